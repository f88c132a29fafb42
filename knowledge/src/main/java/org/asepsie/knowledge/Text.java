package org.asepsie.knowledge;

import java.util.regex.Pattern;

/// Something a person reads, in both languages. French high punctuation gets its non-breaking space here, so that
/// authors can type a plain one.
public record Text(String fr, String en) {
    private static final Pattern BEFORE_PUNCTUATION = Pattern.compile(" (?=[:;!?»])");
    private static final Pattern AFTER_QUOTE = Pattern.compile("(?<=«) ");

    public Text {
        fr = AFTER_QUOTE
                .matcher(BEFORE_PUNCTUATION.matcher(fr).replaceAll("\u00a0"))
                .replaceAll("\u00a0");
    }

    public String in(Language language) {
        return switch (language) {
            case FR -> fr;
            case EN -> en;
        };
    }
}
