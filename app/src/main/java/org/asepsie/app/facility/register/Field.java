package org.asepsie.app.facility.register;

import java.util.Locale;

/// What the register may change about a site.
public enum Field {
    NAME,
    CATEGORY,
    SIRET,
    DEPARTMENT,
    COMMUNE,
    REGION,
    ENTITY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
