package org.asepsie.engine.directory.input;

/// An input that cannot be used, wholly refused: what is wrong, where, and what was met there.
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String where;
    private final String detail;

    /// What is wrong; whoever shows it says how to mend it, in the reader's language.
    public enum Reason {
        /// Ends in the middle: copy it again.
        TRUNCATED,
        /// Unpacks to far more than a collection ever does.
        ZIP_BOMB,
        /// An archive with a password, or an encrypted collection.
        ENCRYPTED,
        /// Not UTF-8 (nor UTF-16 with a mark).
        WRONG_ENCODING,
        /// Broken syntax.
        MALFORMED,
        /// None of the formats this product reads.
        UNKNOWN_FORMAT,
        /// An archive without a single file that can be read.
        NOTHING_INSIDE,
        /// The name of a file says one type of objects, its content another.
        CONTRADICTING_TYPE,
        /// LDIF that refers to a file beside it, which is never opened.
        EXTERNAL_REFERENCE,
        /// The file cannot be opened.
        UNOPENED
    }

    public Unreadable(Reason reason, String where, String detail) {
        super(where + ": " + reason + (detail.isEmpty() ? "" : " (" + detail + ")"));
        this.reason = reason;
        this.where = where;
        this.detail = detail;
    }

    public Unreadable(Reason reason, String where, Throwable cause) {
        this(reason, where, cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        initCause(cause);
    }

    public Reason reason() {
        return reason;
    }

    /// File, and line or entry of an archive.
    public String where() {
        return where;
    }

    public String detail() {
        return detail;
    }
}
