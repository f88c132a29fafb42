package org.asepsie.engine.network.reader.source;

import java.util.stream.Stream;

/// Keeps passwords, keys and communities out of everything that is shown or stored.
public final class Secrets {
    /// Words behind which a configuration may hold a secret. Rather one word too many: only shown text gets
    /// shorter.
    private static final String[] WORDS = {
        "password",
        "passwd",
        "passphrase",
        "secret",
        "community",
        "key",
        "psk",
        "phash",
        "hash",
        "token",
        "credential",
        "private",
        "certificate",
        "username",
        "enc "
    };

    /// By character: the words that begin with it, in either case.
    private static final String[][] BEGINNING = byFirstLetter();

    /// By character: a bit for each letter, by its place in the alphabet, that comes second in one of those words.
    private static final int[] SECONDS = bySecondLetter();

    private static final int LONGEST = 300;

    private Secrets() {}

    private static String[][] byFirstLetter() {
        var words = new String[128][];
        for (char letter = 'a'; letter <= 'z'; letter++) {
            var first = String.valueOf(letter);
            var these = Stream.of(WORDS).filter(it -> it.startsWith(first)).toArray(String[]::new);
            words[letter] = these;
            words[Character.toUpperCase(letter)] = these;
        }
        return words;
    }

    private static int[] bySecondLetter() {
        var seconds = new int[BEGINNING.length];
        for (var word : WORDS) {
            int second = 1 << (word.charAt(1) & 31);
            seconds[word.charAt(0)] |= second;
            seconds[Character.toUpperCase(word.charAt(0))] |= second;
        }
        return seconds;
    }

    /// `line` up to the first word that may announce a secret, and at most 300 characters.
    public static String masked(String line) {
        var end = announced(line);
        if (end == line.length() && end <= LONGEST) {
            return line;
        }
        return line.substring(0, Math.min(end, LONGEST)) + " …";
    }

    /// The same of characters in an array, for readers that go through one; nearly always there is nothing to mask.
    public static String masked(char[] text, int from, int to) {
        var line = new String(text, from, to - from);
        for (int at = from; at + 1 < to; at++) {
            char letter = text[at];
            // most characters end here, and most of the others are not followed by a second letter that fits
            if (letter < SECONDS.length
                    && (SECONDS[letter] & (1 << (text[at + 1] & 31))) != 0
                    && announces(line, at - from)) {
                return masked(line);
            }
        }
        return line.length() > LONGEST ? masked(line) : line;
    }

    private static boolean announces(String line, int at) {
        for (var word : BEGINNING[line.charAt(at)]) {
            if (begins(line, at, word)) {
                return true;
            }
        }
        return false;
    }

    /// Behind the first announcing word, or the length of the line. Runs for every rule, so it makes no copies.
    private static int announced(String line) {
        for (var at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            var words = letter < BEGINNING.length ? BEGINNING[letter] : null;
            if (words != null) {
                for (var word : words) {
                    if (begins(line, at, word)) {
                        return at + word.stripTrailing().length();
                    }
                }
            }
        }
        return line.length();
    }

    private static boolean begins(String line, int at, String word) {
        // nearly every candidate ends here
        return at + 2 < line.length()
                && (line.charAt(at + 1) | 0x20) == (word.charAt(1) | 0x20)
                && mayBe(line.charAt(at + 2), word.charAt(2))
                && line.regionMatches(true, at, word, 0, word.length());
    }

    /// Whether a letter is the one sought in either case; beyond ASCII, a longer comparison must tell.
    private static boolean mayBe(char letter, char sought) {
        return letter >= 128 || (letter | 0x20) == (sought | 0x20);
    }
}
