package org.asepsie.app.followup;

import java.util.Locale;

/// How often a person wants to be reminded.
public enum Rhythm {
    NONE,
    WEEKLY,
    /// When something is due within a week, late or open again: once for each.
    DUE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Rhythm of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
