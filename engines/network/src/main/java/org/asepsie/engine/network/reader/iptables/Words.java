package org.asepsie.engine.network.reader.iptables;

import org.asepsie.engine.network.reader.source.SpanTable;
import org.jspecify.annotations.Nullable;

/// The words of one line, one after the other: separated by blanks, or between double quotes with backslash escapes.
/// One instance is used for all lines of a file, so that a word that comes again is not made again.
final class Words {
    private final SpanTable<String> known = new SpanTable<>();
    private String text = "";
    private int end;
    /// Behind the last word that was taken.
    private int taken;
    /// Where the next word begins, and the place behind it, once it was looked at.
    private int next;

    private int after;
    private @Nullable String word;
    private boolean unclosed;

    /// The words of `text` from `from` to `to`.
    void read(String line, int from, int to) {
        text = line;
        end = to;
        taken = from;
        next = skip(from);
        word = null;
        unclosed = false;
    }

    private int skip(int from) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t';
    }

    private String look() {
        if (text.charAt(next) == '"') {
            return quoted(next + 1);
        }
        int hash = 0;
        int at = next;
        for (; at < end; at++) {
            char letter = text.charAt(at);
            if (isBlank(letter)) {
                break;
            }
            hash = SpanTable.hash(hash, letter);
        }
        after = at;
        var same = known.get(text, next, at, hash);
        if (same != null) {
            return same;
        }
        var made = text.substring(next, at);
        known.put(made, hash, made);
        return made;
    }

    private String quoted(int from) {
        int at = from;
        StringBuilder unescaped = null;
        while (at < end && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < end) {
                unescaped = unescaped == null ? new StringBuilder(text.substring(from, at)) : unescaped;
                at++;
            }
            if (unescaped != null) {
                unescaped.append(text.charAt(at));
            }
            at++;
        }
        unclosed |= at == end;
        after = Math.min(at + 1, end);
        return unescaped == null ? text.substring(from, at) : unescaped.toString();
    }

    String text() {
        return text;
    }

    /// Where the next word begins in the text.
    int next() {
        return next;
    }

    /// Where the text that is read ends.
    int end() {
        return end;
    }

    /// Behind the last word that was taken.
    int taken() {
        return taken;
    }

    /// Goes on at `place`, the end of a word.
    void skipTo(int place) {
        taken = place;
        next = skip(place);
        word = null;
    }

    boolean unclosed() {
        return unclosed;
    }

    boolean more() {
        return next < end;
    }

    /// The next word, or an empty one at the end.
    String peek() {
        var seen = word;
        if (seen == null) {
            seen = more() ? look() : "";
            word = seen;
        }
        return seen;
    }

    String take() {
        var it = peek();
        if (more()) {
            skipTo(after);
        }
        return it;
    }

    /// Takes a `!` if one stands here.
    boolean takeNot() {
        if (peek().equals("!")) {
            take();
            return true;
        }
        return false;
    }

    /// Takes everything up to the next option, for words that are not understood.
    String takeUntilOption() {
        var taken = new StringBuilder();
        while (more() && !peek().equals("!") && !(peek().length() > 1 && peek().charAt(0) == '-')) {
            taken.append(' ').append(take());
        }
        return taken.toString();
    }
}
