package org.asepsie.app.facility.web;

import org.asepsie.app.access.Open;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Says why an upload was refused for its size, and what to do instead.
@Controller
class TooLargeController {
    static final String PATH = "/too-large";

    @Open
    @RequestMapping(PATH)
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge() {
        return "facility/too-large";
    }
}
