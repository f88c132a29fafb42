package org.asepsie.app.sharing.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.asepsie.app.sharing.Needs;
import org.asepsie.app.sharing.SharedAction;
import org.asepsie.app.sharing.SharedActions;
import org.asepsie.app.sharing.SharedId;
import org.asepsie.app.sharing.SharingRefused;
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

/// Actions decided once for several sites, by whoever steers the place above them.
@Controller
@RequestMapping("/shared")
class SharedController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final SteeredPlaces places;
    private final SharedActions shared;
    private final Needs needs;
    private final Plans plans;
    private final Clock clock;

    SharedController(SteeredPlaces places, SharedActions shared, Needs needs, Plans plans, Clock clock) {
        this.places = places;
        this.shared = shared;
        this.needs = needs;
        this.plans = plans;
        this.clock = clock;
    }

    @Requires(Permission.STEER)
    @GetMapping
    String choose(Model model) {
        var all = places.all();
        if (all.size() == 1) {
            return "redirect:" + all.getFirst().address();
        }
        model.addAttribute("choose", new SharedPages.Choose(all));
        return "sharing/choose";
    }

    @Requires(Permission.STEER)
    @GetMapping("/{node}")
    String overview(@PathVariable String node, Model model) {
        var place = places.of(node);
        model.addAttribute(
                "overview", new SharedPages.Overview(place, shared.at(place.node()), needs.of(place.sites()), today()));
        return "sharing/overview";
    }

    @Requires(Permission.STEER)
    @GetMapping("/{node}/new")
    String form(@PathVariable String node, @RequestParam String action, Model model) {
        return form(places.of(node), ActionId.of(action), List.of(), "", "", Status.PLANNED.code(), "", model);
    }

    @Requires(Permission.STEER)
    @PostMapping("/{node}")
    String begin(
            @PathVariable String node,
            @RequestParam String action,
            @RequestParam(defaultValue = "") List<String> site,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "planned") String status,
            @RequestParam UUID key,
            Model model,
            RedirectAttributes after) {
        var place = places.of(node);
        var id = ActionId.of(action);
        var terms = terms(owner, due, status);
        var problem = terms.isEmpty()
                ? "plan.form.due.wrong"
                : shared.begin(
                                place.node(),
                                id,
                                site.stream().map(FacilityId::of).toList(),
                                terms.get(),
                                key)
                        .map(SharedController::wording)
                        .orElse("");
        if (!problem.isEmpty()) {
            return form(place, id, site, owner, due, status, problem, model);
        }
        after.addFlashAttribute("notice", "sharing.begun");
        return "redirect:" + place.address();
    }

    @Requires(Permission.STEER)
    @GetMapping("/{node}/{one}")
    String detail(@PathVariable String node, @PathVariable String one, Model model) {
        var place = places.of(node);
        return detail(place, find(place, one), "", model);
    }

    @Requires(Permission.STEER)
    @PostMapping("/{node}/{one}")
    String change(
            @PathVariable String node,
            @PathVariable String one,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "planned") String status,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam UUID key,
            Model model,
            RedirectAttributes after) {
        var place = places.of(node);
        var found = find(place, one);
        var terms = terms(owner, due, status);
        var problem = terms.isEmpty()
                ? "plan.form.due.wrong"
                : shared.change(found, terms.get(), version, key)
                        .map(SharedController::wording)
                        .orElse("");
        if (!problem.isEmpty()) {
            return detail(place, find(place, one), problem, model);
        }
        after.addFlashAttribute("notice", "sharing.changed");
        return "redirect:" + place.address() + "/" + one;
    }

    @Requires(Permission.STEER)
    @PostMapping("/{node}/{one}/leave")
    String leave(
            @PathVariable String node, @PathVariable String one, @RequestParam String site, RedirectAttributes after) {
        var place = places.of(node);
        shared.leave(find(place, one), FacilityId.of(site));
        after.addFlashAttribute("notice", "sharing.left");
        return "redirect:" + place.address();
    }

    @Requires(Permission.STEER)
    @PostMapping("/{node}/{one}/dissolve")
    String dissolve(@PathVariable String node, @PathVariable String one, RedirectAttributes after) {
        var place = places.of(node);
        shared.dissolve(find(place, one));
        after.addFlashAttribute("notice", "sharing.dissolved");
        return "redirect:" + place.address();
    }

    private String form(
            SteeredPlace place,
            ActionId action,
            List<String> chosen,
            String owner,
            String due,
            String status,
            String problem,
            Model model) {
        var needing = needs.sitesThatNeed(action, place.sites()).stream()
                .map(it -> it.id())
                .collect(Collectors.toSet());
        var sites = place.sites().stream()
                .map(it -> {
                    var taken = shared.shares(it.id(), action);
                    var need = needing.contains(it.id());
                    var ticked =
                            chosen.isEmpty() ? need : chosen.contains(it.id().toString());
                    return new SharedPages.Site(it, need, ticked && !taken, taken);
                })
                .toList();
        model.addAttribute(
                "begin",
                new SharedPages.Begin(
                        place, action, needs.title(action), sites, owner, due, status, problem, UUID.randomUUID()));
        return "sharing/begin";
    }

    private String detail(SteeredPlace place, SharedAction found, String problem, Model model) {
        var ids = shared.members(found);
        var members = place.sites().stream()
                .filter(it -> ids.contains(it.id()))
                .map(it -> new SharedPages.Member(it, plans.action(it.id(), found.action())))
                .toList();
        model.addAttribute(
                "detail", new SharedPages.Detail(place, found, members, today(), problem, UUID.randomUUID()));
        return "sharing/detail";
    }

    private SharedAction find(SteeredPlace place, String id) {
        try {
            return shared.find(new SharedId(UUID.fromString(id)))
                    .filter(it -> it.node().equals(place.node()))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such action", notAnId);
        }
    }

    /// @return empty when the due date or the status is none
    private static Optional<SharedAction.Terms> terms(String owner, String due, String status) {
        try {
            return Optional.of(new SharedAction.Terms(Status.of(status), owner, Wish.day(due)));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static String wording(SharingRefused refused) {
        return "sharing.refused." + refused.code();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
