package org.asepsie.app.access;

import java.util.regex.Pattern;

/// Whether a text can be an e-mail address at all. Only a mail would tell whether somebody reads it.
public final class EmailAddress {
    /// RFC 5321 §4.5.3.1.3, counted as RFC 3696 erratum 1690 does.
    public static final int LONGEST = 254;

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\"(),;:\\\\\\p{Cntrl}]+@[^\\s@<>\"(),;:\\\\\\p{Cntrl}]+");

    private EmailAddress() {}

    public static boolean isPlausible(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }
}
