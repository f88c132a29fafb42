package org.asepsie.app.facility;

import java.io.Serial;

/// What was given has not the form of a FINESS number.
public class NotAFinessNumber extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    public NotAFinessNumber(String found) {
        super("« %s » is no FINESS number: give its nine characters, such as 990000010"
                .formatted(found.length() > 40 ? found.substring(0, 40) + "…" : found));
    }
}
