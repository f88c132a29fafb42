package org.asepsie.app.sharing;

import java.util.Locale;

/// Why sites cannot share an action as asked.
public enum SharingRefused {
    /// One site alone has its own plan for that.
    FEWER_THAN_TWO,
    /// One of the sites shares this action already, here or elsewhere.
    SHARED_ALREADY,
    /// One of the sites does not lie below the place.
    OUTSIDE,
    /// Somebody else changed it in between.
    CHANGED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
