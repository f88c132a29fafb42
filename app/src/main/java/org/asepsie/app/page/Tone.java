package org.asepsie.app.page;

import java.util.Locale;

/// What a mark on screen means: its colour, and the symbol that says the same without colour.
public enum Tone {
    PLAIN("circle"),
    INFO("info"),
    /// Shown by evidence that is in date.
    PROVEN("circle-check"),
    DONE("check"),
    /// Declared by the establishment.
    SAID("message"),
    UNKNOWN("circle-help"),
    ATTENTION("triangle-alert"),
    /// Harm to care, or a refusal. For nothing else.
    HARM("triangle-alert");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
