package org.asepsie.engine.network.reader.source;

import java.util.Locale;

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

    private static final int LONGEST = 300;

    private Secrets() {}

    /// `line` up to the first word that may announce a secret, and at most 300 characters.
    public static String masked(String line) {
        var lower = line.toLowerCase(Locale.ROOT);
        var end = line.length();
        for (var word : WORDS) {
            var at = lower.indexOf(word);
            if (at >= 0) {
                end = Math.min(end, at + word.stripTrailing().length());
            }
        }
        if (end == line.length() && end <= LONGEST) {
            return line;
        }
        return line.substring(0, Math.min(end, LONGEST)) + " …";
    }
}
