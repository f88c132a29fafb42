package org.asepsie.app.access.web;

import java.util.Locale;
import java.util.Map;
import org.asepsie.app.access.DeadLink;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Tells the holder of a dead link what to do, in every module that has links.
@ControllerAdvice
class DeadLinkAdvice {
    @ExceptionHandler
    ModelAndView dead(DeadLink dead) {
        var status = switch (dead.reason()) {
            case EXPIRED, USED -> HttpStatus.GONE;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
        };
        return new ModelAndView(
                "access/dead-link", Map.of("reason", dead.reason().name().toLowerCase(Locale.ROOT)), status);
    }
}
