package org.asepsie.app.page;

import java.util.regex.Pattern;

/// French spacing: no line may break before `: ; ! ? »`, after `«`, or inside a number or before its unit.
public final class Typography {
    private static final char NARROW = '\u202f';
    private static final char UNBREAKABLE = '\u00a0';
    private static final Pattern BEFORE_NARROW = Pattern.compile(" (?=[;!?€%])");
    private static final Pattern BEFORE_WIDE = Pattern.compile(" (?=[:»])");
    private static final Pattern AFTER_OPENING = Pattern.compile("(?<=«) ");
    private static final Pattern IN_NUMBER = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))");

    private static final Pattern BEFORE_UNIT =
            Pattern.compile("(?<=\\d) (?=(?:Mo|Go|ko|h|min|ans?|mois|jours?|heures?|minutes?)\\b)");

    private Typography() {}

    public static String french(String text) {
        var spaced = BEFORE_NARROW.matcher(text).replaceAll(String.valueOf(NARROW));
        spaced = BEFORE_WIDE.matcher(spaced).replaceAll(String.valueOf(UNBREAKABLE));
        spaced = AFTER_OPENING.matcher(spaced).replaceAll(String.valueOf(UNBREAKABLE));
        spaced = IN_NUMBER.matcher(spaced).replaceAll(String.valueOf(NARROW));
        spaced = BEFORE_UNIT.matcher(spaced).replaceAll(String.valueOf(UNBREAKABLE));
        return spaced.replace('\'', '\u2019');
    }
}
