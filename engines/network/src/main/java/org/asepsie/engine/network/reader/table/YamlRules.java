package org.asepsie.engine.network.reader.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.ConfigText;

/// The plain part of YAML that a table of rules needs: a list of maps from words to words, with comments, quotes and
/// lists in brackets.
///
/// ```yaml
/// rules:
///   - action: accept
///     source: 10.1.0.0/16
///     destination: [10.2.0.5, 10.2.0.6]
///     service: [tcp/104, tcp/443]
/// default: deny
/// ```
final class YamlRules {
    private final List<Item> items = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();
    private Optional<String> ending = Optional.empty();
    private int lines;

    /// One rule, with the line it begins on.
    record Item(int line, Map<String, String> words) {
        String text() {
            var parts = new ArrayList<String>();
            words.forEach((key, value) -> parts.add(key + ": " + value));
            return String.join(", ", parts);
        }
    }

    private YamlRules() {}

    static boolean recognises(ConfigText text) {
        for (int line = 1; line <= Math.min(20, text.lines()); line++) {
            var words = withoutComment(text.line(line)).strip();
            if (!words.isEmpty() && !words.equals("---")) {
                return words.equals("rules:")
                        || words.equals("règles:")
                        || words.equals("regles:")
                        || words.startsWith("- action:");
            }
        }
        return false;
    }

    static YamlRules of(ConfigText text) {
        var found = new YamlRules();
        for (int line = 1; line <= text.lines(); line++) {
            var whole = withoutComment(text.line(line));
            var words = whole.strip();
            if (!words.isEmpty() && !words.equals("---")) {
                found.lines++;
                found.line(line, words, !whole.startsWith(" ") && !whole.startsWith("-"));
            }
        }
        return found;
    }

    private void line(int line, String words, boolean top) {
        boolean begins = words.startsWith("- ");
        var pair = begins ? words.substring(2).strip() : words;
        int colon = pair.indexOf(':');
        var value = colon < 0 ? "" : plain(pair.substring(colon + 1));
        if (colon <= 0 || !top && !begins && items.isEmpty()) {
            broken.add(line);
        } else if (top) {
            top(line, pair.substring(0, colon), value);
        } else {
            if (begins) {
                items.add(new Item(line, new LinkedHashMap<>()));
            }
            if (items.getLast().words().putIfAbsent(pair.substring(0, colon).strip(), value) != null) {
                broken.add(line);
            }
        }
    }

    private void top(int line, String key, String value) {
        switch (key.strip()) {
            case "default", "défaut", "defaut" -> ending = Optional.of(value);
            case "rules", "règles", "regles" -> {
                if (!value.isEmpty()) {
                    broken.add(line);
                }
            }
            default -> broken.add(line);
        }
    }

    private static String withoutComment(String line) {
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '"') {
                quoted = !quoted;
            } else if (line.charAt(at) == '#' && !quoted && (at == 0 || line.charAt(at - 1) == ' ')) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private static String plain(String value) {
        var text = value.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        return text.replace("\"", "").replace("'", "").strip();
    }

    List<Item> items() {
        return items;
    }

    /// Lines that are none of this; every rule behind them may be another.
    List<Integer> broken() {
        return broken;
    }

    /// What `default:` says, if it is there.
    Optional<String> ending() {
        return ending;
    }

    int lines() {
        return lines;
    }
}
