package org.asepsie.app.home.web;

import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.home.Observatory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Figures in which nobody can be recognised.
@Controller
class ObservatoryController {
    private final Observatory observatory;
    private final Questionnaires questionnaires;

    ObservatoryController(Observatory observatory, Questionnaires questionnaires) {
        this.observatory = observatory;
        this.questionnaires = questionnaires;
    }

    @Requires(Permission.OBSERVATORY)
    @GetMapping("/observatory")
    String show(Model model) {
        model.addAttribute(
                "screen",
                new ObservatoryScreen(observatory.read(), observatory.rule(), new ThemeNames(questionnaires)));
        return "home/observatory";
    }
}
