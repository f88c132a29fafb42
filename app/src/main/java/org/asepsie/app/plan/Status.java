package org.asepsie.app.plan;

import java.util.Locale;

/// What people decided about an action. Whether it is *proven* is not theirs to decide: see [Proving].
public enum Status {
    PROPOSED,
    PLANNED,
    UNDER_WAY,
    DONE,
    /// Not retained, for a reason that was given.
    DISMISSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException if there is no such status
    public static Status of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Whether there is still something to do.
    public boolean open() {
        return this == PROPOSED || this == PLANNED || this == UNDER_WAY;
    }

    /// Whether people took it up.
    public boolean retained() {
        return this == PLANNED || this == UNDER_WAY;
    }
}
