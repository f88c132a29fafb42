package org.asepsie.engine.network.reader.source;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// `key=value key="value with blanks" word`: keys in lower case, words without a value mapped to an empty
/// one. Of equal keys the first that has a value counts. A quote inside a value closes it only before a blank
/// or the end, because appliances do write stray quotes.
public final class KeyedWords {
    private KeyedWords() {}

    public static Map<String, String> of(String line) {
        return of(line, 0);
    }

    public static Map<String, String> of(String line, int from) {
        var found = new LinkedHashMap<String, String>();
        var at = from;
        while (true) {
            while (at < line.length() && line.charAt(at) <= ' ') {
                at++;
            }
            if (at >= line.length()) {
                return found;
            }
            var start = at;
            while (at < line.length() && line.charAt(at) > ' ' && line.charAt(at) != '=') {
                at++;
            }
            var key = line.substring(start, at).toLowerCase(Locale.ROOT);
            if (at == line.length() || line.charAt(at) != '=') {
                found.putIfAbsent(key, "");
                continue;
            }
            at++;
            var end = at < line.length() && line.charAt(at) == '"' ? closingQuote(line, at + 1) : -1;
            if (end >= 0) {
                put(found, key, line.substring(at + 1, end));
                at = end + 1;
                continue;
            }
            start = at;
            while (at < line.length() && line.charAt(at) > ' ') {
                at++;
            }
            put(found, key, line.substring(start, at));
        }
    }

    private static void put(Map<String, String> found, String key, String value) {
        found.merge(key, value, (first, next) -> first.isEmpty() ? next : first);
    }

    private static int closingQuote(String line, int from) {
        for (var at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
            if (at + 1 == line.length() || line.charAt(at + 1) <= ' ') {
                return at;
            }
        }
        return -1;
    }
}
