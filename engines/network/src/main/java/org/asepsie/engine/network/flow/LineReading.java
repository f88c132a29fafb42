package org.asepsie.engine.network.flow;

/// What became of one line. The faults carry the words for the person who has to mend the file.
public enum LineReading {
    /// A connection, counted.
    COUNTED(""),
    /// Understood, and not about a connection: a header, another kind of event, a summary.
    PASSED_OVER(""),
    NO_HEADER("no header line above names the columns"),
    WRONG_COLUMNS("not as many columns as the header names"),
    CUT_SHORT("the line is cut off"),
    TOO_LONG("longer than any line of this format (256 KiB)"),
    NOT_THIS_FORMAT("not written in the format of this file"),
    MISSING_FIELD("a field is missing without which the connection cannot be counted"),
    BAD_ADDRESS("source or target is not an IP address"),
    BAD_PORT("a port is not a number from 0 to 65535"),
    BAD_PROTOCOL("unknown protocol"),
    BAD_TIME("the moment cannot be read"),
    BAD_STATE("unknown state or action: whether the connection was answered cannot be told");

    private final String reason;

    LineReading(String reason) {
        this.reason = reason;
    }

    /// Why the line is broken; empty if it is not.
    public String reason() {
        return reason;
    }

    public boolean broken() {
        return !reason.isEmpty();
    }
}
