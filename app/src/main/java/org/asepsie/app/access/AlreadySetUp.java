package org.asepsie.app.access;

import java.io.Serial;

/// The first run came second: somebody has an account already.
public final class AlreadySetUp extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    AlreadySetUp() {
        super("the product was set up already; sign in, or ask its administrator for an invitation");
    }
}
