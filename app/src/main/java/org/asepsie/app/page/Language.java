package org.asepsie.app.page;

import java.util.Locale;

/// The two languages of the product; French comes first.
public enum Language {
    FR(Locale.FRANCE),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Language other() {
        return this == FR ? EN : FR;
    }

    /// English for `en…`, French for anything else.
    public static Language of(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("en") ? EN : FR;
    }
}
