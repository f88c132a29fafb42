package org.asepsie.app.assessment.web;

import org.asepsie.app.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How a level is computed, with an example that the engine itself works out.
@Controller
class ScoreHelpController {
    @Open
    @GetMapping("/help/score")
    String score(Model model) {
        model.addAttribute("example", WorkedExample.ofTheGuide());
        return "assessment/score";
    }
}
