package org.asepsie.app.facility;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// There is no such facility among those the actor may see. Whether it exists for others is not told.
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchFacility extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public NoSuchFacility(FacilityId facility) {
        super("no facility %s is visible here".formatted(facility));
    }

    NoSuchFacility(String text, Throwable cause) {
        super("« %s » is no id of a facility".formatted(text), cause);
    }
}
