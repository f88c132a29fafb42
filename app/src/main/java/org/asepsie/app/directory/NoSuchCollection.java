package org.asepsie.app.directory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Nothing of this name is kept for this facility: deleted, another facility's, or never there.
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchCollection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchCollection(String what) {
        super("nothing is kept under this name: " + what);
    }
}
