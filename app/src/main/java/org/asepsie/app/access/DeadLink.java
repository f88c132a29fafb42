package org.asepsie.app.access;

import java.io.Serial;

/// A link that no longer opens anything. Left unhandled it becomes a page that tells its holder what to do.
public final class DeadLink extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// Why a link is dead.
    public enum Reason {
        EXPIRED,
        USED,
        UNKNOWN
    }

    private final Reason reason;

    public DeadLink(Reason reason) {
        super("the link is " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
