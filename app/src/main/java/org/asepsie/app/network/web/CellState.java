package org.asepsie.app.network.web;

import java.util.Locale;
import org.asepsie.app.page.Tone;

/// What a person has to know of one cell of the matrix, the worst first.
public enum CellState {
    /// Possible although nothing declares it.
    FORBIDDEN(Tone.ATTENTION, "triangle-alert"),
    /// Declared necessary, and stopped.
    BLOCKED(Tone.ATTENTION, "x"),
    /// The files do not decide it: never to be read as closed.
    UNPROVED(Tone.UNKNOWN, "circle-help"),
    /// No configuration speaks of it.
    UNCOVERED(Tone.UNKNOWN, "circle-dashed"),
    /// Possible, and declared.
    OPEN(Tone.DONE, "check"),
    /// Proved closed.
    CLOSED(Tone.PROVEN, "circle-check");

    private final Tone tone;
    private final String icon;

    CellState(Tone tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    public Tone tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean trouble() {
        return this == FORBIDDEN || this == BLOCKED || this == UNPROVED;
    }
}
