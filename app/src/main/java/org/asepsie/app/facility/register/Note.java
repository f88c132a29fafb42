package org.asepsie.app.facility.register;

import java.util.Locale;

/// One line of the report of an import that a person may want to look at.
///
/// @param what the reason of a refusal, or the [Field] that changed; empty for the other kinds
public record Note(Kind kind, long line, String finess, String what, String before, String after) {
    public enum Kind {
        REFUSED,
        CHANGED,
        CLOSED,
        REOPENED,
        KEY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
