package org.asepsie.engine.network.reader.netfilter;

/// Whether a file speaks of something anywhere.
public final class Mentions {
    private Mentions() {}

    /// Whether `text` contains `word`, by way of one `letter` of it that is rare in rules: single characters are
    /// looked for many at a time.
    public static boolean of(String text, String word, char letter) {
        int place = word.indexOf(letter);
        for (int at = text.indexOf(letter, place); at >= 0; at = text.indexOf(letter, at + 1)) {
            if (text.startsWith(word, at - place)) {
                return true;
            }
        }
        return false;
    }
}
