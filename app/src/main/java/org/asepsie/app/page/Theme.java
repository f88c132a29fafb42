package org.asepsie.app.page;

import java.util.Arrays;
import java.util.Locale;

/// Light or dark, as the person chose; by itself it follows the device.
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What is not known follows the device.
    public static Theme of(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(AUTO);
    }
}
