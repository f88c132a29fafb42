package org.asepsie.app.directory.web;

import java.time.Clock;
import java.util.List;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.directory.Collections;
import org.asepsie.app.directory.LiveCollections;
import org.asepsie.app.directory.LiveStanding;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The directory that is read live: set, read now, forgotten, by whoever steers the facility or administers it. An
/// administrator who may not read results sees none here.
@Controller
@RequestMapping("/f/{facility}/directory/live")
class LiveController {
    private final LiveCollections live;
    private final Collections collections;
    private final Facilities facilities;
    private final Clock clock;

    LiveController(LiveCollections live, Collections collections, Facilities facilities, Clock clock) {
        this.live = live;
        this.collections = collections;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Requires({Permission.STEER, Permission.ADMINISTER})
    @GetMapping
    String page(@PathVariable FacilityId facility, Model model) {
        model.addAttribute("screen", screen(facility));
        return "directory/live";
    }

    private LiveScreen screen(FacilityId facility) {
        var standing = live.find(facility);
        var last = standing.flatMap(LiveStanding::collection)
                .flatMap(it -> collections.find(facility, it))
                .map(it -> LiveScreen.Last.of(it, clock.instant()));
        return LiveScreen.of(facility, live.allowed(), standing, last);
    }

    @Requires({Permission.STEER, Permission.ADMINISTER})
    @PostMapping
    String set(
            @PathVariable FacilityId facility,
            @ModelAttribute LiveForm form,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes after) {
        var mistakes = form.mistakes();
        if (mistakes.isEmpty() && live.allowed() && !live.set(facility, form.source(), password)) {
            mistakes = List.of(new LiveForm.Mistake("password", "directory.live.password.needed"));
        }
        if (!mistakes.isEmpty()) {
            model.addAttribute("screen", screen(facility).with(form, mistakes));
            return "directory/live";
        }
        after.addFlashAttribute("notice", "directory.live.kept");
        return "redirect:/f/%s/directory/live".formatted(facility);
    }

    @Requires({Permission.STEER, Permission.ADMINISTER})
    @PostMapping("/collect")
    String collect(@PathVariable FacilityId facility, RedirectAttributes after) {
        var begun = live.collect(facility);
        if (begun.isPresent() && mayRead(facility)) {
            return "redirect:/f/%s/directory/collections/%s".formatted(facility, begun.get());
        }
        if (begun.isPresent()) {
            after.addFlashAttribute("notice", "directory.live.started");
        }
        return "redirect:/f/%s/directory/live".formatted(facility);
    }

    private boolean mayRead(FacilityId facility) {
        return Actors.current().may(Permission.READ, facilities.get(facility).path());
    }

    @Requires({Permission.STEER, Permission.ADMINISTER})
    @PostMapping("/remove")
    String remove(@PathVariable FacilityId facility, RedirectAttributes after) {
        live.remove(facility);
        after.addFlashAttribute("notice", "directory.live.removed");
        return "redirect:/f/%s/directory/live".formatted(facility);
    }
}
