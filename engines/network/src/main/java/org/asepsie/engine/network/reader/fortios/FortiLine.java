package org.asepsie.engine.network.reader.fortios;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.asepsie.engine.network.reader.source.RecentWords;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.asepsie.engine.network.reader.source.Words;
import org.jspecify.annotations.Nullable;

/// The words of one line by their places, cut as [Words] cuts them: of the words of most lines nothing is kept, so a
/// text is made only of those that are asked for. One instance serves a whole file.
final class FortiLine {
    private final Words escaped = new Words();
    private final RecentWords recent = new RecentWords();
    private String text = "";
    private int count;
    private boolean unclosed;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int[] hashes = new int[16];

    /// Cuts `line` from `first` to `last`. Words with a backslash are not as they are written: such a line is cut into
    /// texts first, which are then looked at like a line of their own.
    void cut(String line, int first, int last) {
        text = line;
        count = 0;
        unclosed = false;
        var plain = true;
        var at = first;
        while (at < last) {
            var letter = line.charAt(at);
            if (letter <= ' ') {
                at++;
                continue;
            }
            var quoted = letter == '"';
            var start = quoted ? at + 1 : at;
            var hash = 0;
            for (at = start; at < last; at++) {
                letter = line.charAt(at);
                if (quoted ? letter == '"' : letter <= ' ') {
                    break;
                }
                plain &= letter != '\\' && (quoted || letter != '"');
                hash = SpanTable.hash(hash, letter);
            }
            unclosed = quoted && at == last;
            add(start, at, hash);
            at += quoted ? 1 : 0;
        }
        if (!plain) {
            unclosed = unclosed(line, first, last);
            cutTexts(escaped.in(line, first, last));
        }
    }

    private void cutTexts(List<String> words) {
        text = String.join("", words);
        count = 0;
        var at = 0;
        for (var word : words) {
            add(at, at + word.length(), word.hashCode());
            at += word.length();
        }
    }

    private void add(int start, int end, int hash) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        from[count] = start;
        to[count] = end;
        hashes[count++] = hash;
    }

    /// Whether a quote that opens between two places of `line` is closed behind them.
    static boolean unclosed(String line, int first, int last) {
        var inside = false;
        for (var at = first; at < last; at++) {
            var symbol = line.charAt(at);
            if (symbol == '\\') {
                at++;
            } else if (symbol == '"') {
                inside = !inside;
            }
        }
        return inside;
    }

    /// Whether the line leaves a quote open, so that it goes on in the next one.
    boolean unclosed() {
        return unclosed;
    }

    int words() {
        return count;
    }

    boolean is(int index, String word) {
        return to[index] - from[index] == word.length() && text.startsWith(word, from[index]);
    }

    String word(int index) {
        return recent.word(text, from[index], to[index], hashes[index]);
    }

    /// The words from `index` on.
    List<String> from(int index) {
        if (count <= index + 1) {
            return count <= index ? List.of() : Collections.singletonList(word(index));
        }
        var words = new String[count - index];
        for (var at = index; at < count; at++) {
            words[at - index] = word(at);
        }
        return Arrays.asList(words);
    }

    /// The setting that a word names, or null if it is none that decides.
    @Nullable
    Setting setting(int index) {
        return Setting.spelled(text, from[index], to[index], hashes[index]);
    }
}
