package org.asepsie.engine.network.reader.iptables;

import java.util.Arrays;

/// The words of one line: separated by blanks, or between double quotes with backslash escapes. One
/// instance is used for all lines of a file.
final class Words {
    private String[] words = new String[32];
    private int count;
    private int next;
    private boolean unclosed;

    void read(String line) {
        count = 0;
        next = 0;
        unclosed = false;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '"') {
                at = quoted(line, at + 1);
            } else {
                int end = at;
                while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
                    end++;
                }
                add(line.substring(at, end));
                at = end;
            }
        }
    }

    private int quoted(String line, int from) {
        int end = from;
        StringBuilder unescaped = null;
        while (end < line.length() && line.charAt(end) != '"') {
            if (line.charAt(end) == '\\' && end + 1 < line.length()) {
                unescaped = unescaped == null ? new StringBuilder(line.substring(from, end)) : unescaped;
                end++;
            }
            if (unescaped != null) {
                unescaped.append(line.charAt(end));
            }
            end++;
        }
        unclosed |= end == line.length();
        add(unescaped == null ? line.substring(from, end) : unescaped.toString());
        return end + 1;
    }

    private void add(String word) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
        }
        words[count++] = word;
    }

    boolean unclosed() {
        return unclosed;
    }

    boolean more() {
        return next < count;
    }

    /// The next word, or an empty one at the end.
    String peek() {
        return more() ? words[next] : "";
    }

    String take() {
        return more() ? words[next++] : "";
    }

    /// Takes a `!` if one stands here.
    boolean takeNot() {
        if (peek().equals("!")) {
            next++;
            return true;
        }
        return false;
    }

    /// Takes everything up to the next option, for words that are not understood.
    String takeUntilOption() {
        var text = new StringBuilder();
        while (more() && !peek().equals("!") && !(peek().length() > 1 && peek().charAt(0) == '-')) {
            text.append(' ').append(take());
        }
        return text.toString();
    }
}
