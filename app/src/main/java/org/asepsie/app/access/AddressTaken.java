package org.asepsie.app.access;

import java.io.Serial;

/// Someone has an account with this e-mail address already.
public final class AddressTaken extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    AddressTaken(String email) {
        super("an account with the address %s exists; give it a role instead".formatted(email));
    }
}
