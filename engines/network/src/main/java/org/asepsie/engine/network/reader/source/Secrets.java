package org.asepsie.engine.network.reader.source;

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

    /// By character: whether one of the words begins with it, in either case.
    private static final boolean[] BEGINS = begins();

    private static final int LONGEST = 300;

    private Secrets() {}

    private static boolean[] begins() {
        var first = new boolean[128];
        for (var word : WORDS) {
            first[word.charAt(0)] = true;
            first[Character.toUpperCase(word.charAt(0))] = true;
        }
        return first;
    }

    /// `line` up to the first word that may announce a secret, and at most 300 characters.
    public static String masked(String line) {
        var end = announced(line);
        if (end == line.length() && end <= LONGEST) {
            return line;
        }
        return line.substring(0, Math.min(end, LONGEST)) + " …";
    }

    /// Behind the first announcing word, or the length of the line. Runs for every rule, so it makes no copies.
    private static int announced(String line) {
        for (var at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter < BEGINS.length && BEGINS[letter]) {
                for (var word : WORDS) {
                    if (line.regionMatches(true, at, word, 0, word.length())) {
                        return at + word.stripTrailing().length();
                    }
                }
            }
        }
        return line.length();
    }
}
