package org.asepsie.app.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a password must be: long, and none of those tried first. No capitals, digits or signs are asked for, and
/// no change every few months: both make people choose worse ones (ANSSI, « Recommandations relatives à
/// l’authentification multifacteur et aux mots de passe », 2021; CNIL, délibération 2022-100).
public final class PasswordRules {
    public static final int SHORTEST = 12;

    /// Longer ones only make the server work.
    private static final int LONGEST = 1_000;

    private static final Set<String> OBVIOUS = Set.of(
            "motdepasse",
            "password",
            "azertyuiop",
            "qwertyuiop",
            "qsdfghjklm",
            "administrateur",
            "administrator",
            "bienvenue",
            "changeme",
            "asepsie");

    private PasswordRules() {}

    /// Why this password is refused to the person with this address, or nothing if it may serve.
    ///
    /// @return the key of a sentence of the wording
    public static Optional<String> refusal(String password, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("access.password-too-short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("access.password-too-long");
        }
        return isObvious(password, email) ? Optional.of("access.password-obvious") : Optional.empty();
    }

    /// An obvious word is still obvious when it is repeated or lengthened with digits and signs.
    private static boolean isObvious(String password, String email) {
        var plain = password.toLowerCase(Locale.ROOT);
        var address = email.strip().toLowerCase(Locale.ROOT);
        var bare = plain.replaceAll("[^\\p{L}]", "");
        return plain.equals(address)
                || plain.chars().distinct().count() < 4
                || "01234567890123456789".contains(plain)
                || repeats(bare, address.replaceFirst("@.*", "").replaceAll("[^\\p{L}]", ""))
                || OBVIOUS.stream().anyMatch(it -> repeats(bare, it));
    }

    private static boolean repeats(String text, String word) {
        return word.length() > 2 && !text.isEmpty() && text.replace(word, "").isEmpty();
    }
}
