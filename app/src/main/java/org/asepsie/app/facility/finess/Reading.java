package org.asepsie.app.facility.finess;

/// What became of one line, or of one object, of a file of the register.
public sealed interface Reading {
    record Read(FinessSite site) implements Reading {}

    /// The line could not be used; the others are.
    ///
    /// @param found what stood there, shortened
    record Refused(long line, Reason reason, String found) implements Reading {
        private static final int LONGEST = 120;

        public Refused {
            var plain = Words.plain(found);
            found = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        }
    }

    /// Why a line was refused. Each has its sentence and its remedy in the wording.
    enum Reason {
        FIELD_COUNT,
        LINE_TOO_LONG,
        UNKNOWN_LINE,
        NUMBER,
        NAME,
        CATEGORY,
        DEPARTMENT,
        TWICE
    }
}
