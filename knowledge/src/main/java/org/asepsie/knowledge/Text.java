package org.asepsie.knowledge;

import java.util.regex.Pattern;

/// Something a person reads, in both languages. French high punctuation gets its non-breaking space here, and quotes
/// and
/// apostrophes their curve, so that authors can type plain ones.
public record Text(String fr, String en) {
    private static final Pattern BEFORE_PUNCTUATION = Pattern.compile(" (?=[:;!?»])");
    private static final Pattern AFTER_QUOTE = Pattern.compile("(?<=«) ");
    private static final Pattern OPENING = Pattern.compile("(?<![\\p{L}\\p{N}])'(?=\\p{L})");

    public Text {
        fr = AFTER_QUOTE
                .matcher(BEFORE_PUNCTUATION.matcher(fr).replaceAll("\u00a0"))
                .replaceAll("\u00a0");
        fr = curved(fr);
        en = curved(en);
    }

    private static String curved(String text) {
        return OPENING.matcher(text).replaceAll("\u2018").replace('\'', '\u2019');
    }

    public String in(Language language) {
        return switch (language) {
            case FR -> fr;
            case EN -> en;
        };
    }
}
