package org.asepsie.app.access;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// An account or a place that is not the person's to administer; it answers like one that does not exist.
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class OutsideScope extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    OutsideScope(String what) {
        super(what + " is not the person's to administer");
    }
}
