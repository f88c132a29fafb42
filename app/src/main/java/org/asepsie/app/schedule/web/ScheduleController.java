package org.asepsie.app.schedule.web;

import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Keeping;
import org.asepsie.app.facility.Kept;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.schedule.HandMove;
import org.asepsie.app.schedule.MeansAndWishes;
import org.asepsie.app.schedule.Schedule;
import org.asepsie.app.schedule.Schedules;
import org.asepsie.engine.maturity.MeasureId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plan by quarter, and what is moved by hand.
@Controller
@RequestMapping("/f/{facility}/schedule")
class ScheduleController {
    private static final String UNDO = "undone";

    /// Screens of some hundred kB, with the plans they show.
    private static final int KEPT = 60;

    private final Schedules schedules;
    private final MeansAndWishes wishes;
    private final Facilities facilities;
    private final Kept<Boolean, Shown> screens;

    ScheduleController(Schedules schedules, MeansAndWishes wishes, Facilities facilities, Keeping keeping) {
        this.schedules = schedules;
        this.wishes = wishes;
        this.facilities = facilities;
        this.screens = keeping.atMost(KEPT);
    }

    private record Shown(String template, Object screen) {}

    @Requires(Permission.READ)
    @GetMapping
    String schedule(@PathVariable FacilityId facility, Model model) {
        var steers = steers(facilities.get(facility));
        var shown = screens.of(facility, steers, () -> shown(facility, steers));
        model.addAttribute("screen", shown.screen());
        return shown.template();
    }

    private Shown shown(FacilityId facility, boolean steers) {
        return switch (schedules.of(facility)) {
            case Schedule.Made made -> new Shown("schedule/schedule", ScheduleScreen.of(made, steers));
            case Schedule.Conflicting conflicting ->
                new Shown("schedule/conflict", ConflictScreen.of(conflicting, steers));
        };
    }

    /// @param deed a kind of move, or `undone`
    /// @param quarter as in `2027-1`, for a pinned measure
    @Requires(Permission.STEER)
    @PostMapping("/moves")
    String move(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes after) {
        var id = known(facility, measure);
        var kind = HandMove.Kind.of(deed);
        if (deed.equals(UNDO)) {
            wishes.takeBack(facility, id);
        } else if (kind.isEmpty()) {
            after.addFlashAttribute("notice", "schedule.move.wrong");
        } else if (kind.get() == HandMove.Kind.PINNED) {
            var when = quarter(quarter);
            if (when.isEmpty()) {
                after.addFlashAttribute("notice", "schedule.move.quarter-wrong");
            } else {
                wishes.move(facility, id, kind.get(), when);
            }
        } else {
            wishes.move(facility, id, kind.get(), Optional.empty());
        }
        return "redirect:/f/" + facility + (from.equals("means") ? "/schedule/means#wishes" : "/schedule#changed");
    }

    private MeasureId known(FacilityId facility, String measure) {
        return wishes.basis(facility).catalogue().measures().stream()
                .map(it -> it.id())
                .filter(it -> it.value().equals(measure))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<Quarter> quarter(String text) {
        try {
            return Optional.of(Quarter.of(text));
        } catch (IllegalArgumentException notAQuarter) {
            return Optional.empty();
        }
    }

    static boolean steers(Facility facility) {
        return Actors.current().may(Permission.STEER, facility.path());
    }
}
