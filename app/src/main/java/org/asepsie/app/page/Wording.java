package org.asepsie.app.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every word of the product's own on screen, in both languages, from `wording/<module>.<language>.properties`.
///
/// Values are [MessageFormat] patterns when they are given arguments (an apostrophe is then typed `’`), plain text
/// otherwise. A key that is missing is a defect that a test finds; on screen it shows itself between ⟦ ⟧.
@Component
public class Wording {
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

    Wording() {
        for (var language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    public String say(Language language, String key, Object... arguments) {
        var text = texts.getOrDefault(language, Map.of()).get(key);
        if (text == null) {
            return "⟦" + key + "⟧";
        }
        if (arguments.length == 0) {
            return text;
        }
        var pattern = patterns.computeIfAbsent(language.code() + key, _ -> new MessageFormat(text, language.locale()));
        synchronized (pattern) {
            return pattern.format(arguments);
        }
    }

    public boolean knows(Language language, String key) {
        return texts.getOrDefault(language, Map.of()).containsKey(key);
    }

    public Set<String> keys(Language language) {
        return texts.getOrDefault(language, Map.of()).keySet();
    }

    private static Map<String, String> read(Language language) {
        var all = new TreeMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:wording/*." + language.code() + ".properties");
            for (var file : files) {
                var bundle = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    bundle.load(reader);
                }
                bundle.forEach((key, value) -> {
                    var text = value.toString();
                    var before = all.put(key.toString(), language == Language.FR ? Typography.french(text) : text);
                    if (before != null) {
                        throw new IllegalStateException("the wording « %s » is given twice".formatted(key));
                    }
                });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(all);
    }
}
