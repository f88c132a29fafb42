package org.asepsie.app.evidence.web;

import java.util.Arrays;
import java.util.Locale;

/// Which part of what is known a person wants to see.
public enum Show {
    ALL,
    EXPIRED,
    SOON,
    CONTRADICTIONS,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Show of(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }
}
