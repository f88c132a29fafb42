package org.asepsie.app.schedule.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Pages;
import org.asepsie.app.schedule.Basis;
import org.asepsie.app.schedule.MeansAndWishes;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.knowledge.BindingDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What an establishment can give to its plan, and the dates that bind it.
@Controller
@RequestMapping("/f/{facility}/schedule/means")
class MeansController {
    private final MeansAndWishes wishes;
    private final Pages pages;

    MeansController(MeansAndWishes wishes, Pages pages) {
        this.wishes = wishes;
        this.pages = pages;
    }

    @Requires(Permission.READ)
    @GetMapping
    String means(@PathVariable FacilityId facility, HttpServletRequest request, Model model) {
        var basis = wishes.basis(facility);
        model.addAttribute("screen", screen(basis, MeansForm.of(basis.means(), pages.of(request, "")), DateForm.EMPTY));
        return "schedule/means";
    }

    @Requires(Permission.STEER)
    @PostMapping
    String give(
            @PathVariable FacilityId facility,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        var form = MeansForm.typed(fields).checked();
        if (!form.errors().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("screen", screen(wishes.basis(facility), form, DateForm.EMPTY));
            return "schedule/means";
        }
        wishes.give(facility, form.means());
        after.addFlashAttribute("notice", "schedule.means.kept");
        return "redirect:/f/" + facility + "/schedule";
    }

    @Requires(Permission.STEER)
    @PostMapping("/usual")
    String usual(@PathVariable FacilityId facility, RedirectAttributes after) {
        wishes.forget(facility);
        after.addFlashAttribute("notice", "schedule.means.forgotten");
        return back(facility);
    }

    /// A date typed in, or one that is proposed with its day.
    @Requires(Permission.STEER)
    @PostMapping("/dates")
    String bind(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") List<String> measures,
            @RequestParam(defaultValue = "") String proposal,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        var basis = wishes.basis(facility);
        var page = pages.of(request, "");
        var proposed = proposed(basis, proposal);
        var form = proposed.map(it -> new DateForm(
                        page.french() ? it.title().fr() : it.title().en(),
                        by,
                        it.measures().stream().map(MeasureId::value).toList(),
                        proposal,
                        List.of()))
                .orElseGet(() -> new DateForm(title, by, known(basis, measures), "", List.of()))
                .checked(basis.today());
        if (!form.errors().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("screen", screen(basis, MeansForm.of(basis.means(), page), form));
            return "schedule/means";
        }
        wishes.bind(
                facility,
                form.title(),
                LocalDate.parse(form.by()),
                form.measures().stream().map(MeasureId::new).toList(),
                Optional.of(proposal).filter(_ -> proposed.isPresent()));
        after.addFlashAttribute("notice", "schedule.date.kept");
        return back(facility) + "#dates";
    }

    @Requires(Permission.STEER)
    @PostMapping("/dates/{day}/remove")
    String unbind(@PathVariable FacilityId facility, @PathVariable UUID day, RedirectAttributes after) {
        wishes.unbind(facility, day);
        after.addFlashAttribute("notice", "schedule.date.removed");
        return back(facility) + "#dates";
    }

    private static Optional<BindingDate> proposed(Basis basis, String id) {
        return basis.catalogue().surroundings().planning().dates().stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    private static List<String> known(Basis basis, List<String> measures) {
        var open = basis.open().keySet().stream().map(MeasureId::value).toList();
        return measures.stream().filter(open::contains).distinct().toList();
    }

    private static MeansScreen screen(Basis basis, MeansForm form, DateForm date) {
        return MeansScreen.of(basis, form, date, ScheduleController.steers(basis.facility()));
    }

    private static String back(FacilityId facility) {
        return "redirect:/f/" + facility + "/schedule/means";
    }
}
