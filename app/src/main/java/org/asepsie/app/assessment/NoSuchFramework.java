package org.asepsie.app.assessment;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The catalogue in force has no such framework, theme or question: it was withdrawn, or the address was mistyped.
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchFramework extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public NoSuchFramework(String what) {
        super("the catalogue in force has no « %s »".formatted(what));
    }
}
