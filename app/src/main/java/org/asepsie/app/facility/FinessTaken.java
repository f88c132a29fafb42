package org.asepsie.app.facility;

import java.io.Serial;

/// Another facility, which the actor may not see, carries this number already.
public class FinessTaken extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    FinessTaken(String finess, Throwable cause) {
        super(
                "the FINESS number %s is registered elsewhere: ask the administrator of the region".formatted(finess),
                cause);
    }
}
