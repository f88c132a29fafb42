package org.asepsie.app.page;

import org.asepsie.app.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The pages of the footer: how the product is used, and how far everyone can use it.
@Controller
class HelpController {
    @Open
    @GetMapping("/help")
    String help() {
        return "page/help";
    }

    @Open
    @GetMapping("/help/accessibility")
    String accessibility() {
        return "page/accessibility";
    }
}
