package org.asepsie.app.facility;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/// A number of the French register of health and social establishments, of a legal entity or of a site: two
/// characters for the department (`2A`, `2B` in Corsica), six digits, and a key.
///
/// A wrong form is refused. A wrong key is not: old numbers of the register break the rule, so callers warn and
/// let the person confirm.
public record Finess(String value) implements Comparable<Finess>, Serializable {
    private static final Pattern FORM = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{7}");

    public Finess {
        if (!FORM.matcher(value).matches()) {
            throw new NotAFinessNumber(value);
        }
    }

    /// The number as typed by a person: spaces and lower case are let through.
    public static Finess of(String typed) {
        return new Finess(typed.replaceAll("[\\s\\u00a0\\u202f.]", "").toUpperCase(Locale.ROOT));
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// Whether the last digit is the Luhn key of the others, Corsica's `A` and `B` counting as 1 and 2.
    public boolean keyIsRight() {
        var sum = 0;
        for (var i = 0; i < value.length(); i++) {
            var digit = digitAt(i);
            var doubled = (value.length() - 1 - i) % 2 == 1;
            sum += doubled ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit;
        }
        return sum % 10 == 0;
    }

    private int digitAt(int index) {
        return switch (value.charAt(index)) {
            case 'A' -> 1;
            case 'B' -> 2;
            default -> value.charAt(index) - '0';
        };
    }

    @Override
    public int compareTo(Finess other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
