package org.asepsie.engine.network.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The older form of a policy (`.pol`): `header { … }`, `term NAME { key:: words }`, as the documents its YAML form
/// would be.
public final class PolicyText {
    private static final Pattern OPENING = Pattern.compile("(header|term)\\s*(\\S*)\\s*\\{");
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_-]+)::\\s*(.*)");

    private PolicyText() {}

    public static boolean recognises(String text) {
        return Pattern.compile("(?m)^\\s*header\\s*\\{").matcher(text).find();
    }

    /// @throws UnusablePolicy naming the line
    public static Map<String, Object> read(String text) {
        var filters = new ArrayList<Map<String, Object>>();
        Map<String, List<String>> open = null;
        String key = "";
        int number = 0;
        for (var whole : (Iterable<String>) text.lines()::iterator) {
            number++;
            var line = bare(whole);
            var opening = OPENING.matcher(line);
            if (line.isEmpty()) {
                continue;
            } else if (line.startsWith("#include")) {
                throw PolicyFiles.included(line.substring("#include".length()).strip());
            } else if (open == null && opening.matches()) {
                open = new LinkedHashMap<>();
                if (opening.group(1).equals("header")) {
                    filters.add(Map.of("header", open, "terms", new ArrayList<Object>()));
                } else {
                    terms(filters, number).add(open);
                    open.put("name", new ArrayList<>(List.of(opening.group(2))));
                }
                key = "";
            } else if (open != null && line.equals("}")) {
                open = null;
            } else if (open != null) {
                key = entry(open, key, line);
            } else {
                throw broken(number, line);
            }
        }
        if (open != null) {
            throw broken(number, "{");
        }
        return Map.of("filters", filters);
    }

    /// A line without its comment; `#include` is none. A `#` in quotes belongs to the words.
    private static String bare(String line) {
        var text = line.strip();
        if (text.startsWith("#include")) {
            return text;
        }
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            quotes += text.charAt(i) == '"' ? 1 : 0;
            if (text.charAt(i) == '#' && quotes % 2 == 0) {
                return text.substring(0, i).strip();
            }
        }
        return text;
    }

    /// A key may stand several times, and its words may go on in the next line.
    private static String entry(Map<String, List<String>> open, String key, String line) {
        var entry = ENTRY.matcher(line);
        var name = entry.matches() ? entry.group(1) : key;
        if (!name.isEmpty()) {
            open.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry.matches() ? entry.group(2) : line);
        }
        return name;
    }

    @SuppressWarnings("unchecked") // made above
    private static List<Object> terms(List<Map<String, Object>> filters, int line) {
        @Nullable Object terms = filters.isEmpty() ? null : filters.getLast().get("terms");
        if (terms == null) {
            throw broken(line, "term");
        }
        return (List<Object>) terms;
    }

    private static UnusablePolicy broken(int line, String found) {
        return new UnusablePolicy(
                "ligne %d : « %s » n’a pas de sens ici ; attendu : header { … } puis term NOM { … }"
                        .formatted(line, found),
                "line %d: \"%s\" makes no sense here; expected: header { … } then term NAME { … }"
                        .formatted(line, found));
    }
}
