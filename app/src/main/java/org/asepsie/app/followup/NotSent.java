package org.asepsie.app.followup;

import java.io.Serial;

/// A letter could not be handed to the mail server. The message is what the server or the network said.
public final class NotSent extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotSent(String said, Exception cause) {
        super(said, cause);
    }

    String said() {
        var said = getMessage();
        return said == null ? "" : said;
    }
}
