package org.asepsie.engine.network.reader.table;

import java.util.Arrays;

/// The characters of a file in an array, and behind them those of cells that stand in the file in another form (with
/// doubled quotes, say), so that every cell is a place in one array.
final class Letters {
    private char[] all;
    private int used;

    Letters(String file) {
        all = file.toCharArray();
        used = all.length;
    }

    /// The array as it is now; [#append] may put a longer one in its place.
    char[] array() {
        return all;
    }

    /// Where the characters of `cell` begin from now on.
    int append(String cell) {
        int from = used;
        used += cell.length();
        if (used > all.length) {
            all = Arrays.copyOf(all, Math.max(used, all.length + all.length / 2));
        }
        cell.getChars(0, cell.length(), all, from);
        return from;
    }

    /// Where the piece from `from` to `to` begins, blanks left out as [String#strip] does.
    int afterBlanks(int from, int to) {
        int at = from;
        while (at < to && isBlank(all[at])) {
            at++;
        }
        return at;
    }

    /// Where the piece from `from` to `to` ends, blanks left out.
    int beforeBlanks(int from, int to) {
        int at = to;
        while (at > from && isBlank(all[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(char letter) {
        return letter <= ' '
                ? letter == ' ' || Character.isWhitespace(letter)
                : letter > '~' && Character.isWhitespace(letter);
    }
}
