package org.asepsie.app.access;

import java.util.Locale;

/// The levels of the tree of places, from the widest to the narrowest. A level may be skipped, never reversed.
public enum NodeKind {
    NATION,
    REGION,
    GROUP,
    ENTITY,
    SITE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static NodeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
