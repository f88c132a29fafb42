package org.asepsie.collector.directory;

import java.util.Locale;

/// Why a collection did not come about; nothing of it was kept.
public final class CannotCollect extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        UNREACHABLE,
        CERTIFICATE_REFUSED,
        AUTHORITIES_UNREADABLE,
        WRONG_PASSWORD,
        ACCOUNT_REFUSED,
        NO_TICKET,
        /// The controller wants the ticket tied to the line it comes by, which we do not do.
        TICKET_NOT_TIED,
        NOT_A_DIRECTORY,
        NOTHING_READABLE,
        CONNECTION_LOST,
        NOT_WRITTEN;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    CannotCollect(Reason reason, String met, Throwable cause) {
        super(met, cause);
        this.reason = reason;
    }

    CannotCollect(Reason reason, String met) {
        super(met);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// What was met, in the words of the library or of the server.
    public String met() {
        return String.valueOf(getMessage());
    }
}
