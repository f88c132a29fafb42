package org.asepsie.app.home.web;

import java.util.List;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.Permission;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.home.Portfolio;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where everyone arrives: each is led to the page that says what to do next.
@Controller
class FrontDoorController {
    private final Portfolio portfolio;

    FrontDoorController(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @Open(signedIn = true)
    @GetMapping("/")
    String arrive(Model model) {
        var actor = Actors.current();
        if (actor.mayAnywhere(Permission.ANSWER)) {
            var own = portfolio.rows(it -> works(actor, it));
            if (own.size() == 1) {
                return "redirect:/f/" + own.getFirst().facility().id();
            }
            if (!own.isEmpty()) {
                model.addAttribute("screen", new PlacesScreen(portfolio.wholes(own), own));
                return "home/places";
            }
        }
        if (actor.mayAnywhere(Permission.PORTFOLIO)) {
            return "redirect:/portfolio";
        }
        if (actor.mayAnywhere(Permission.OBSERVATORY)) {
            return "redirect:/observatory";
        }
        if (actor.mayAnywhere(Permission.ADMINISTER)) {
            return "redirect:/administration";
        }
        model.addAttribute("screen", new PlacesScreen(List.of(), List.of()));
        return "home/places";
    }

    private static boolean works(Actor actor, Facility facility) {
        return actor.may(Permission.ANSWER, facility.path());
    }
}
