package org.asepsie.engine.network.reader.source;

import java.util.Arrays;
import java.util.List;

/// Cuts lines into words at blanks. Double quotes hold a word with blanks together and are taken off; a
/// quote that is never closed reaches to the end of the line. One instance serves a whole file: a word that comes
/// again is not made again.
public final class Words {
    private final SpanTable<String> known = new SpanTable<>();
    private String[] found = new String[16];
    private int count;

    public static List<String> of(String line) {
        return new Words().in(line, 0, line.length());
    }

    /// The words of `text` from `from` to `to`.
    public List<String> in(String text, int from, int to) {
        count = 0;
        int at = from;
        while (true) {
            while (at < to && text.charAt(at) <= ' ') {
                at++;
            }
            if (at == to) {
                return Arrays.asList(Arrays.copyOf(found, count));
            }
            at = text.charAt(at) == '"' ? quoted(text, at + 1, to) : plain(text, at, to);
        }
    }

    private void add(String word) {
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = word;
    }

    private int plain(String text, int from, int to) {
        int hash = 0;
        int at = from;
        for (; at < to; at++) {
            char letter = text.charAt(at);
            if (letter <= ' ') {
                break;
            }
            hash = SpanTable.hash(hash, letter);
        }
        add(word(text, from, at, hash));
        return at;
    }

    private String word(String text, int from, int to, int hash) {
        var same = known.get(text, from, to, hash);
        if (same == null) {
            same = text.substring(from, to);
            known.put(same, hash, same);
        }
        return same;
    }

    /// Inside quotes a backslash takes the next character as it is.
    private int quoted(String text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                add(word(text, from, at, hash));
                return at + 1;
            }
            if (letter == '\\') {
                return escaped(text, from, to);
            }
            hash = SpanTable.hash(hash, letter);
        }
        add(text.substring(from, to));
        return to;
    }

    private int escaped(String text, int from, int to) {
        var word = new StringBuilder();
        for (int at = from; at < to; at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                add(word.toString());
                return at + 1;
            }
            if (letter == '\\' && at + 1 < to) {
                letter = text.charAt(++at);
            }
            word.append(letter);
        }
        add(word.toString());
        return to;
    }
}
