package org.asepsie.app.followup.web;

import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Outcome;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Reopenings;
import org.asepsie.app.plan.Status;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plan seen otherwise than as a list: board, timeline, what is to be proven.
@Controller
@RequestMapping("/f/{facility}/plan")
class ViewsController {
    private final Plans plans;
    private final Reopenings reopenings;
    private final Decisions decisions;
    private final UnprovenPages unproven;

    ViewsController(Plans plans, Reopenings reopenings, Decisions decisions, UnprovenPages unproven) {
        this.plans = plans;
        this.reopenings = reopenings;
        this.decisions = decisions;
        this.unproven = unproven;
    }

    @Requires(Permission.READ)
    @GetMapping("/board")
    String board(@PathVariable FacilityId facility, Model model) {
        var plan = plans.of(facility);
        model.addAttribute(
                "board",
                BoardPage.of(
                        plan,
                        plans.shared(facility),
                        reopenings.of(facility),
                        Actors.current().may(Permission.STEER, plan.facility().path()),
                        above(facility)));
        return "followup/board";
    }

    /// Moves one card. The board comes back at the card, wherever it now stands.
    @Requires(Permission.STEER)
    @PostMapping("/board/{action}")
    String move(
            @PathVariable FacilityId facility,
            @PathVariable String action,
            @RequestParam String status,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam UUID key,
            RedirectAttributes after) {
        var id = ActionId.of(action);
        var wanted = Status.of(status);
        var notice = switch (decisions.decide(facility, id, it -> it.withStatus(wanted, ""), version, key)) {
            case Outcome.Kept _ -> "followup.board.moved";
            case Outcome.KeptBefore _ -> "followup.board.stays";
            case Outcome.Contested _ -> "followup.board.contested";
            case Outcome.Elsewhere _ -> "plan.shared.elsewhere";
        };
        after.addFlashAttribute("notice", notice);
        return "redirect:/f/" + facility + "/plan/board#" + id;
    }

    @Requires(Permission.READ)
    @GetMapping("/timeline")
    String timeline(@PathVariable FacilityId facility, Model model) {
        model.addAttribute("timeline", new TimelinePage(Timeline.of(plans.of(facility)), above(facility)));
        return "followup/timeline";
    }

    @Requires(Permission.READ)
    @GetMapping("/unproven")
    String unproven(@PathVariable FacilityId facility, Model model) {
        model.addAttribute("unproven", unproven.of(facility));
        return "followup/unproven";
    }

    private boolean above(FacilityId facility) {
        return !plans.steeredAbove(facility).isEmpty();
    }
}
