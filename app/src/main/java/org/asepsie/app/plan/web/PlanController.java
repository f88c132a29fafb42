package org.asepsie.app.plan.web;

import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Capacity;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Reopenings;
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
    private final Reopenings reopenings;
    private final Catalogues catalogues;

    PlanController(Plans plans, Decisions decisions, Reopenings reopenings, Catalogues catalogues) {
        this.plans = plans;
        this.decisions = decisions;
        this.reopenings = reopenings;
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
            @ModelAttribute("undoable") String undoable,
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
                                undoable,
                                UUID.randomUUID()),
                        new PlanPage.Beside(
                                plans.shared(facility),
                                reopenings.of(facility),
                                plans.notices(facility),
                                !plans.steeredAbove(facility).isEmpty())));
        return "plan/plan";
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
