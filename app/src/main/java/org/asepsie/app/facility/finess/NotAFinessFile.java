package org.asepsie.app.facility.finess;

import java.io.Serial;

/// The file as a whole cannot be used, and nothing of it is kept.
public class NotAFinessFile extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// What the file turned out to be. Each has its sentence and its remedy in the wording.
    public enum Why {
        EMPTY,
        ARCHIVE_OR_SPREADSHEET,
        PDF,
        WEB_PAGE,
        XML,
        UTF_16,
        ENCODING,
        UNKNOWN,
        TRUNCATED,
        BROKEN,
        NO_SITE
    }

    private final Why why;
    private final long line;

    /// @param line where it was noticed, 0 when it concerns the whole file
    NotAFinessFile(Why why, long line) {
        super("no file of the register: %s at line %d".formatted(why, line));
        this.why = why;
        this.line = line;
    }

    NotAFinessFile(Why why, long line, Throwable cause) {
        super("no file of the register: %s at line %d".formatted(why, line), cause);
        this.why = why;
        this.line = line;
    }

    public Why why() {
        return why;
    }

    public long line() {
        return line;
    }
}
