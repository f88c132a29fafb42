package org.asepsie.app.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// The drawings of Lucide that we use. An icon never stands without a word.
public final class Icons {
    private static final Map<String, String> DRAWINGS = read();

    private Icons() {}

    /// What stands inside the `svg` element.
    public static String drawing(String name) {
        var drawing = DRAWINGS.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException(
                    "no icon « %s » in icons.properties; there are %s".formatted(name, DRAWINGS.keySet()));
        }
        return drawing;
    }

    static Set<String> names() {
        return DRAWINGS.keySet();
    }

    private static Map<String, String> read() {
        var lines = new Properties();
        try (var file = Objects.requireNonNull(Icons.class.getResourceAsStream("/icons.properties"));
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var drawings = new TreeMap<String, String>();
        lines.forEach((name, drawing) -> drawings.put(name.toString(), drawing.toString()));
        return drawings;
    }
}
