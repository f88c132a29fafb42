package org.asepsie.app.plan;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The plan of the facility has no such action, nor ever had.
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchAction extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoSuchAction(String action) {
        super("the plan has no action %s; open the plan and choose one there".formatted(action));
    }

    public static NoSuchAction named(String action) {
        return new NoSuchAction(action);
    }

    NoSuchAction(String action, Exception cause) {
        super("the plan has no action %s; open the plan and choose one there".formatted(action), cause);
    }
}
