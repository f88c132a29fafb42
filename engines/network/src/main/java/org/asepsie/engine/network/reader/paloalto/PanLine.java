package org.asepsie.engine.network.reader.paloalto;

import java.util.Arrays;
import org.asepsie.engine.network.reader.source.PlaceTable;
import org.asepsie.engine.network.reader.source.SpanTable;

/// Cuts the lines of a file into words, as [org.asepsie.engine.network.reader.source.Words] does: at blanks, double
/// quotes hold a word together, and a backslash in them takes the next character as it is. One instance serves a whole
/// file: a word that comes again is not made again.
final class PanLine {
    private final char[] text;
    private final PlaceTable<PanWord> known = new PlaceTable<>();
    private PanWord[] words = new PanWord[32];
    private int count;
    private boolean secret;

    PanLine(String text) {
        this.text = text.toCharArray();
    }

    /// Reads the words from `from` to `to` in place of those of the line before.
    void read(int from, int to) {
        count = 0;
        secret = false;
        int at = from;
        while (at < to) {
            if (text[at] <= ' ') {
                at++;
            } else if (text[at] == '"') {
                at = quoted(at + 1, to);
            } else {
                at = plain(at, to);
            }
        }
    }

    private int plain(int from, int to) {
        int hash = 0;
        int at = from;
        for (; at < to && text[at] > ' '; at++) {
            hash = SpanTable.hash(hash, text[at]);
        }
        add(word(from, at, hash));
        return at;
    }

    private int quoted(int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            char letter = text[at];
            if (letter == '"') {
                add(word(from, at, hash));
                return at + 1;
            }
            if (letter == '\\') {
                return escaped(from, to);
            }
            hash = SpanTable.hash(hash, letter);
        }
        add(word(from, to, hash));
        return to;
    }

    private int escaped(int from, int to) {
        var word = new StringBuilder();
        int at = from;
        for (; at < to && text[at] != '"'; at++) {
            if (text[at] == '\\' && at + 1 < to) {
                at++;
            }
            word.append(text[at]);
        }
        add(PanWord.of(word.toString()));
        return Math.min(at + 1, to);
    }

    private PanWord word(int from, int to, int hash) {
        var word = known.get(text, from, to, hash);
        if (word == null) {
            word = PanWord.of(new String(text, from, to - from));
            known.put(from, to, hash, word);
        }
        return word;
    }

    private void add(PanWord word) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
        }
        words[count++] = word;
        secret |= word.kind() == PanWord.Kind.SECRET;
    }

    int size() {
        return count;
    }

    /// Whether one of the words is such that secrets may follow.
    boolean holdsSecret() {
        return secret;
    }

    String word(int number) {
        return words[number].text();
    }

    boolean is(int number, PanWord.Kind kind) {
        return words[number].kind() == kind;
    }

    /// The first word of that kind from `from` on and before `to`; `to` if there is none.
    int find(PanWord.Kind kind, int from, int to) {
        int at = from;
        while (at < to && words[at].kind() != kind) {
            at++;
        }
        return at;
    }
}
