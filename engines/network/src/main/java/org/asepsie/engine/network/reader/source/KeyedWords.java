package org.asepsie.engine.network.reader.source;

import java.util.Locale;

/// `key=value key="value with blanks" word`: keys in lower case, words without a value with an empty
/// one. Of equal keys the first that has a value counts. A quote inside a value closes it only before a blank
/// or the end, because appliances do write stray quotes. One instance serves a whole file: words that come again are
/// not made again.
public final class KeyedWords {
    private final SpanTable<String> keys = new SpanTable<>();
    private final RecentWords values = new RecentWords();

    /// The words of `line` in their order, the caller's own.
    public KeyedValues in(String line) {
        return in(line, 0, line.length());
    }

    /// The words of `text` from `from` to `to`.
    public KeyedValues in(String text, int from, int to) {
        var found = new KeyedValues();
        int at = from;
        while (true) {
            while (at < to && text.charAt(at) <= ' ') {
                at++;
            }
            if (at >= to) {
                return found;
            }
            int start = at;
            int hash = 0;
            for (; at < to; at++) {
                char letter = text.charAt(at);
                if (letter <= ' ' || letter == '=') {
                    break;
                }
                hash = SpanTable.hash(hash, letter);
            }
            var key = key(text, start, at, hash);
            if (at == to || text.charAt(at) != '=') {
                found.putFirst(key, "");
                continue;
            }
            at = value(text, at + 1, to, key, found);
        }
    }

    private int value(String text, int from, int to, String key, KeyedValues found) {
        int end = from < to && text.charAt(from) == '"' ? closingQuote(text, from + 1, to) : -1;
        if (end >= 0) {
            found.putFirst(key, text.substring(from + 1, end));
            return end + 1;
        }
        int hash = 0;
        int at = from;
        for (; at < to && text.charAt(at) > ' '; at++) {
            hash = SpanTable.hash(hash, text.charAt(at));
        }
        found.putFirst(key, values.word(text, from, at, hash));
        return at;
    }

    private String key(String text, int from, int to, int hash) {
        var same = keys.get(text, from, to, hash);
        if (same == null) {
            var written = text.substring(from, to);
            same = written.toLowerCase(Locale.ROOT);
            keys.put(written, hash, same);
        }
        return same;
    }

    private static int closingQuote(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '"' && (at + 1 == to || text.charAt(at + 1) <= ' ')) {
                return at;
            }
        }
        return -1;
    }
}
