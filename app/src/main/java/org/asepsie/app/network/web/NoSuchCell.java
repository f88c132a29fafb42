package org.asepsie.app.network.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The last examination does not know this pair of zones, or there is none.
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchCell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchCell(String from, String to) {
        super("no examination knows the way from \"%s\" to \"%s\"".formatted(from, to));
    }
}
