package org.asepsie.engine.network.reader.source;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// `key=value key="value with blanks" word`: keys in lower case, words without a value mapped to an empty
/// one. Of equal keys the first that has a value counts. A quote inside a value closes it only before a blank
/// or the end, because appliances do write stray quotes. One instance serves a whole file: words that come again are
/// not made again.
public final class KeyedWords {
    private final SpanTable<String> keys = new SpanTable<>();
    private final SpanTable<String> values = new SpanTable<>();

    /// The words of `line` in their order, in a new map that is the caller's own.
    public Map<String, String> in(String line) {
        var found = new LinkedHashMap<String, String>();
        var at = 0;
        while (true) {
            while (at < line.length() && line.charAt(at) <= ' ') {
                at++;
            }
            if (at >= line.length()) {
                return found;
            }
            var start = at;
            var hash = 0;
            for (; at < line.length(); at++) {
                var letter = line.charAt(at);
                if (letter <= ' ' || letter == '=') {
                    break;
                }
                hash = SpanTable.hash(hash, letter);
            }
            var key = key(line, start, at, hash);
            if (at == line.length() || line.charAt(at) != '=') {
                found.putIfAbsent(key, "");
                continue;
            }
            at = value(line, at + 1, key, found);
        }
    }

    private int value(String line, int from, String key, Map<String, String> found) {
        var end = from < line.length() && line.charAt(from) == '"' ? closingQuote(line, from + 1) : -1;
        if (end >= 0) {
            put(found, key, line.substring(from + 1, end));
            return end + 1;
        }
        var hash = 0;
        var at = from;
        for (; at < line.length() && line.charAt(at) > ' '; at++) {
            hash = SpanTable.hash(hash, line.charAt(at));
        }
        var same = values.get(line, from, at, hash);
        if (same == null) {
            same = line.substring(from, at);
            values.put(same, hash, same);
        }
        put(found, key, same);
        return at;
    }

    private String key(String line, int from, int to, int hash) {
        var same = keys.get(line, from, to, hash);
        if (same == null) {
            var written = line.substring(from, to);
            same = written.toLowerCase(Locale.ROOT);
            keys.put(written, hash, same);
        }
        return same;
    }

    private static void put(Map<String, String> found, String key, String value) {
        var first = found.putIfAbsent(key, value);
        if (first != null && first.isEmpty()) {
            found.put(key, value);
        }
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
