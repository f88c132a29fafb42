package org.asepsie.app.plan.web;

import java.util.List;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Capacity;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Outcome;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Wish;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plan as a whole.
@Controller
@RequestMapping("/f/{facility}/plan")
class PlanController {
    private final Plans plans;
    private final Decisions decisions;
    private final Catalogues catalogues;

    PlanController(Plans plans, Decisions decisions, Catalogues catalogues) {
        this.plans = plans;
        this.decisions = decisions;
        this.catalogues = catalogues;
    }

    @Requires(Permission.READ)
    @GetMapping
    String plan(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String sort,
            @ModelAttribute("changed") String changed,
            Model model) {
        var plan = plans.of(facility);
        var catalogue = catalogues.current();
        var begun = plan.actions().stream()
                .noneMatch(it -> it.advice() instanceof Advice.Answer(var framework, var left)
                        && left == framework.questions().size());
        model.addAttribute(
                "plan",
                PlanPage.of(
                        plan,
                        new Filter(owner, status, family, sort),
                        it -> Aid.of(it, catalogue, plan.facility()).stream(),
                        new PlanPage.Standing(
                                Actors.current()
                                        .may(Permission.STEER, plan.facility().path()),
                                begun,
                                changed,
                                UUID.randomUUID())));
        return "plan/plan";
    }

    /// Gives the checked lines an owner, a due date, or both; what is left empty stays as it is.
    ///
    /// @param chosen `action@version`, as the boxes carry them
    @Requires(Permission.STEER)
    @PostMapping("/bulk")
    String bulk(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam UUID key,
            RedirectAttributes after) {
        var day = DecisionForm.day(due);
        var contested = 0;
        var kept = 0;
        for (var one : day.isEmpty() ? List.<String>of() : chosen) {
            var at = one.lastIndexOf('@');
            var outcome = decisions.decide(
                    facility,
                    ActionId.of(one.substring(0, Math.max(at, 0))),
                    wish -> {
                        Wish named = owner.isBlank() ? wish : wish.withOwner(owner);
                        return due.isBlank() ? named : named.withDue(day.get());
                    },
                    version(one.substring(at + 1)),
                    key);
            contested += outcome instanceof Outcome.Contested ? 1 : 0;
            kept += outcome instanceof Outcome.Kept ? 1 : 0;
        }
        after.addFlashAttribute(
                "notice", day.isEmpty() ? "plan.form.due.wrong" : notice(chosen.size(), kept, contested));
        return "redirect:/f/" + facility + "/plan";
    }

    private static String notice(int chosen, int kept, int contested) {
        if (contested > 0) {
            return "plan.bulk.contested";
        }
        return chosen == 0 ? "plan.bulk.none" : kept == 0 ? "plan.bulk.unchanged" : "plan.bulk.kept";
    }

    private static int version(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    @Requires(Permission.STEER)
    @PostMapping("/capacity")
    String capacity(@PathVariable FacilityId facility, @RequestParam String days, RedirectAttributes after) {
        try {
            decisions.capacity(
                    facility, new Capacity(Double.parseDouble(days.strip().replace(',', '.')), true).days());
            after.addFlashAttribute("notice", "plan.capacity.kept");
        } catch (IllegalArgumentException notDays) {
            after.addFlashAttribute("notice", "plan.capacity.wrong");
        }
        return "redirect:/f/" + facility + "/plan";
    }
}
