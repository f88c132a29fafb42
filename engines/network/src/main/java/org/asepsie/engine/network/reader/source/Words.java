package org.asepsie.engine.network.reader.source;

import java.util.ArrayList;
import java.util.List;

/// Cuts a line into words at blanks. Double quotes hold a word with blanks together and are taken off; a
/// quote that is never closed reaches to the end of the line.
public final class Words {
    private Words() {}

    public static List<String> of(String line) {
        var words = new ArrayList<String>();
        var at = 0;
        while (true) {
            while (at < line.length() && line.charAt(at) <= ' ') {
                at++;
            }
            if (at == line.length()) {
                return words;
            }
            at = line.charAt(at) == '"' ? quoted(line, at + 1, words) : plain(line, at, words);
        }
    }

    private static int plain(String line, int from, List<String> words) {
        var end = from;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        words.add(line.substring(from, end));
        return end;
    }

    /// Inside quotes a backslash takes the next character as it is.
    private static int quoted(String line, int from, List<String> words) {
        var end = line.indexOf('"', from);
        if (end >= 0 && line.lastIndexOf('\\', end) < from) {
            words.add(line.substring(from, end));
            return end + 1;
        }
        var word = new StringBuilder();
        for (var at = from; at < line.length(); at++) {
            var symbol = line.charAt(at);
            if (symbol == '"') {
                words.add(word.toString());
                return at + 1;
            }
            if (symbol == '\\' && at + 1 < line.length()) {
                symbol = line.charAt(++at);
            }
            word.append(symbol);
        }
        words.add(word.toString());
        return line.length();
    }
}
