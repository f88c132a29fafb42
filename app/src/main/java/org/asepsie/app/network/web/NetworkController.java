package org.asepsie.app.network.web;

import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.FlowForm;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.Studies;
import org.asepsie.app.network.ToPlan;
import org.asepsie.app.network.ZonePlans;
import org.asepsie.app.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The network of one establishment: the matrix, one of its cells, the details for its administrator.
@Controller
@RequestMapping("/f/{facility}/network")
class NetworkController {
    private final NetworkPages pages;
    private final Studies studies;
    private final ZonePlans plans;
    private final ToPlan toPlan;
    private final Pages frames;

    NetworkController(NetworkPages pages, Studies studies, ZonePlans plans, ToPlan toPlan, Pages frames) {
        this.pages = pages;
        this.studies = studies;
        this.plans = plans;
        this.toPlan = toPlan;
        this.frames = frames;
    }

    @Requires(Permission.READ)
    @GetMapping
    String overview(@PathVariable FacilityId facility, @RequestParam(defaultValue = "") String service, Model model) {
        model.addAttribute("screen", pages.overview(facility, service));
        return "network/overview";
    }

    @Requires(Permission.READ)
    @GetMapping("/details")
    String details(@PathVariable FacilityId facility, Model model) {
        model.addAttribute("screen", pages.details(facility));
        return "network/details";
    }

    @Requires(Permission.READ)
    @GetMapping("/cells/{from}/{to}")
    String cell(@PathVariable FacilityId facility, @PathVariable String from, @PathVariable String to, Model model) {
        model.addAttribute("screen", pages.cell(facility, from, to));
        return "network/cell";
    }

    /// Examines again what may have changed since, for instance because a temporary opening has ended.
    @Requires(Permission.STEER)
    @PostMapping
    String renew(@PathVariable FacilityId facility, RedirectAttributes after) {
        try {
            studies.renew(facility);
            after.addFlashAttribute("notice", "network.renewed");
        } catch (NetworkRefused refused) {
            after.addFlashAttribute("notice", refused.key());
        }
        return "redirect:/f/" + facility + "/network";
    }

    @Requires(Permission.STEER)
    @PostMapping("/cells/{from}/{to}/flows")
    String declare(
            @PathVariable FacilityId facility,
            @PathVariable String from,
            @PathVariable String to,
            @RequestParam(defaultValue = "") String services,
            @RequestParam(defaultValue = "false") boolean required,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String why,
            @RequestParam int version,
            Model model,
            RedirectAttributes after) {
        var screen = pages.cell(facility, from, to);
        try {
            var flow = FlowForm.read(from, to, services, required, until, why, studies.today());
            plans.change(facility, version, from + " → " + to + " " + flow.services(), it -> it.allowing(flow));
            studies.renew(facility);
        } catch (NetworkRefused refused) {
            model.addAttribute("screen", screen);
            model.addAttribute("refused", refused);
            model.addAttribute("typed", services);
            return "network/cell";
        }
        after.addFlashAttribute("notice", "network.flow.kept");
        return "redirect:" + screen.here();
    }

    /// @param index its place among the flows declared for this very pair
    @Requires(Permission.STEER)
    @PostMapping("/cells/{from}/{to}/flows/remove")
    String forbid(
            @PathVariable FacilityId facility,
            @PathVariable String from,
            @PathVariable String to,
            @RequestParam int index,
            @RequestParam int version,
            RedirectAttributes after) {
        var screen = pages.cell(facility, from, to);
        try {
            plans.change(facility, version, from + " → " + to, it -> {
                var own = it.between(from, to);
                return index >= 0 && index < own.size() ? it.withoutFlow(own.get(index)) : it;
            });
            studies.renew(facility);
            after.addFlashAttribute("notice", "network.flow.removed");
        } catch (NetworkRefused refused) {
            after.addFlashAttribute("notice", refused.key());
        }
        return "redirect:" + screen.here();
    }

    @Requires(Permission.STEER)
    @PostMapping("/cells/{from}/{to}/plan")
    String plan(
            @PathVariable FacilityId facility,
            @PathVariable String from,
            @PathVariable String to,
            @RequestParam UUID key,
            jakarta.servlet.http.HttpServletRequest request,
            RedirectAttributes after) {
        var screen = pages.cell(facility, from, to);
        var action = screen.remedy().orElseThrow(() -> new NoSuchCell(from, to));
        var page = frames.of(request, "");
        var words = NetworkWords.on(page, screen.model(), screen.study());
        var line = screen.cell().flatMap(it -> it.decidedBy()).map(words::line).orElse(page.say("network.none"));
        var services = screen.shown().excess().isEmpty()
                ? screen.shown().perhaps()
                : screen.shown().excess();
        toPlan.add(
                facility, action, page.say("network.plan.why", words.pair(from, to), words.few(services), line), key);
        after.addFlashAttribute("notice", "network.plan.added");
        return "redirect:/f/%s/plan/%s".formatted(facility, action);
    }
}
