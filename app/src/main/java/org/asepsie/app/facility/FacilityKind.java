package org.asepsie.app.facility;

import java.util.Locale;

/// The audience a facility belongs to; questionnaires and rules of law follow it.
public enum FacilityKind {
    HOSPITAL,
    ESMS,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FacilityKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
