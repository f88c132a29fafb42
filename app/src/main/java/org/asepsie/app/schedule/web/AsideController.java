package org.asepsie.app.schedule.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.schedule.Aims;
import org.asepsie.app.schedule.Aside;
import org.asepsie.app.schedule.Curves;
import org.asepsie.app.schedule.Doubts;
import org.asepsie.app.schedule.MeansAndWishes;
import org.asepsie.app.schedule.Schedule;
import org.asepsie.app.schedule.Schedules;
import org.asepsie.engine.maturity.MeasureId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What is asked of a plan and takes seconds: its curves, the levels within reach, what it is worth.
@Controller
@RequestMapping("/f/{facility}/schedule")
class AsideController {
    private static final String AT_THE_PLAN = "/schedule";

    private final Schedules schedules;
    private final MeansAndWishes wishes;
    private final Curves curves;
    private final Aims aims;
    private final Doubts doubts;

    AsideController(Schedules schedules, MeansAndWishes wishes, Curves curves, Aims aims, Doubts doubts) {
        this.schedules = schedules;
        this.wishes = wishes;
        this.curves = curves;
        this.aims = aims;
        this.doubts = doubts;
    }

    /// @param euros and `days`: hundredths of the means of today
    @Requires(Permission.READ)
    @GetMapping("/curve")
    String curve(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "100") String euros,
            @RequestParam(defaultValue = "100") String days,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            HttpServletResponse response,
            Model model) {
        if (!(schedules.of(facility) instanceof Schedule.Made made)) {
            return toThePlan(facility);
        }
        var found = curves.of(facility, made);
        if (partly) {
            return progress(facility, "curve", found, response, model);
        }
        var sliders = CurveScreen.Sliders.of(hundredths(euros), hundredths(days));
        model.addAttribute(
                "screen",
                new CurveScreen(
                        made.basis(),
                        made.plan(),
                        found,
                        sliders,
                        sliders.moved()
                                ? curves.with(made, sliders.euros() / 100.0, sliders.days() / 100.0)
                                : Optional.empty()));
        return "schedule/curve";
    }

    private static int hundredths(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 100;
    }

    @Requires(Permission.READ)
    @GetMapping("/aims")
    String aims(
            @PathVariable FacilityId facility,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            HttpServletResponse response,
            Model model) {
        var basis = wishes.basis(facility);
        var found = aims.of(facility, basis);
        if (partly) {
            return progress(facility, "aims", found, response, model);
        }
        model.addAttribute("basis", basis);
        model.addAttribute("aims", found);
        model.addAttribute("steers", ScheduleController.steers(basis.facility()));
        return "schedule/aims";
    }

    /// Insists on every measure of an aim.
    @Requires(Permission.STEER)
    @PostMapping("/aims")
    String aimAt(
            @PathVariable FacilityId facility, @RequestParam(defaultValue = "") String aim, RedirectAttributes after) {
        var found = aims.of(facility, wishes.basis(facility)) instanceof Aside.Ready<Aims.All>(var all)
                ? all.aims().stream().filter(it -> it.key().equals(aim)).findFirst()
                : Optional.<Aims.Found>empty();
        if (found.isEmpty()) {
            after.addFlashAttribute("notice", "schedule.aims.gone");
            return "redirect:/f/" + facility + "/schedule/aims";
        }
        wishes.force(
                facility, found.get().measures().stream().map(MeasureId::new).toList());
        after.addFlashAttribute("notice", "schedule.aims.kept");
        return toThePlan(facility);
    }

    @Requires(Permission.READ)
    @GetMapping("/doubt")
    String doubt(
            @PathVariable FacilityId facility,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partly,
            HttpServletResponse response,
            Model model) {
        if (!(schedules.of(facility) instanceof Schedule.Made made)) {
            return toThePlan(facility);
        }
        var found = doubts.of(facility, made);
        if (partly) {
            return progress(facility, "doubt", found, response, model);
        }
        model.addAttribute("basis", made.basis());
        model.addAttribute("doubt", found);
        return "schedule/doubt";
    }

    /// How far it is; once it is done the page comes again by itself.
    static <T> String progress(
            FacilityId facility, String what, Aside<T> aside, HttpServletResponse response, Model model) {
        if (!(aside instanceof Aside.UnderWay<T>)) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("aside", aside);
        model.addAttribute("address", "/f/" + facility + "/schedule/" + what);
        return "schedule/progress";
    }

    private static String toThePlan(FacilityId facility) {
        return "redirect:/f/" + facility + AT_THE_PLAN;
    }
}
