package org.asepsie.app.page;

import java.util.Locale;

/// What can go wrong with a request, as far as a person must know: what happened, what was kept, what to do next.
enum Mishap {
    NOT_FOUND,
    REFUSED,
    NOT_UNDERSTOOD,
    TOO_LARGE,
    /// The form lay open longer than the session, or came from another site.
    FORM_EXPIRED,
    OUR_FAULT;

    static Mishap of(int status) {
        return switch (status) {
            case 404, 405, 410 -> NOT_FOUND;
            case 401, 403 -> REFUSED;
            case 413 -> TOO_LARGE;
            default -> status >= 400 && status < 500 ? NOT_UNDERSTOOD : OUR_FAULT;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
