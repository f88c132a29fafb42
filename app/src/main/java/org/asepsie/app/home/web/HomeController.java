package org.asepsie.app.home.web;

import jakarta.servlet.http.HttpServletRequest;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The first page of one facility: what to do next, and whether it is true.
@Controller
class HomeController {
    private final Facilities facilities;
    private final HomePages homes;
    private final ShareOfWork shares;
    private final Pages pages;

    HomeController(Facilities facilities, HomePages homes, ShareOfWork shares, Pages pages) {
        this.facilities = facilities;
        this.homes = homes;
        this.shares = shares;
        this.pages = pages;
    }

    @Requires({Permission.READ, Permission.ANSWER})
    @GetMapping("/f/{facility}")
    String home(@PathVariable FacilityId facility, HttpServletRequest request, Model model) {
        var place = facilities.get(facility);
        var page = pages.of(request, "");
        if (!Actors.current().may(Permission.READ, place.path())) {
            model.addAttribute("screen", shares.of(place, page));
            return "home/contributor";
        }
        model.addAttribute("screen", homes.of(facility, page, technical(Actors.current(), place)));
        return "home/facility";
    }

    /// Whether the technical work comes first: for those who run the computers and do not direct the house.
    private static boolean technical(Actor actor, Facility place) {
        return actor instanceof Actor.Person person
                && holds(person, Role.IT_LEAD, place)
                && !holds(person, Role.DIRECTOR, place);
    }

    private static boolean holds(Actor.Person person, Role role, Facility place) {
        return person.grants().stream()
                .anyMatch(it -> it.role() == role && it.path().contains(place.path()));
    }
}
