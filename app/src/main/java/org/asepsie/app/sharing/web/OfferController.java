package org.asepsie.app.sharing.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Wish;
import org.asepsie.app.sharing.Needs;
import org.asepsie.app.sharing.Offer;
import org.asepsie.app.sharing.OfferId;
import org.asepsie.app.sharing.Offers;
import org.asepsie.app.sharing.PlansSideBySide;
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

/// The plans of the sites in an adviser's care, and what the adviser offers to several of them.
@Controller
@RequestMapping("/portfolio")
class OfferController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Facilities facilities;
    private final PlansSideBySide sideBySide;
    private final Needs needs;
    private final Offers offers;
    private final Clock clock;

    OfferController(Facilities facilities, PlansSideBySide sideBySide, Needs needs, Offers offers, Clock clock) {
        this.facilities = facilities;
        this.sideBySide = sideBySide;
        this.needs = needs;
        this.offers = offers;
        this.clock = clock;
    }

    @Requires(Permission.PORTFOLIO)
    @GetMapping("/plans")
    String plans(Model model) {
        var sites = sites();
        model.addAttribute(
                "portfolio",
                new OfferPages.Portfolio(
                        sideBySide.of(sites),
                        needs.of(sites),
                        offers.open().stream()
                                .map(it -> OfferPages.Made.of(it, offers.replies(it.id())))
                                .toList(),
                        sites.size() > Needs.PLANS_READ,
                        LocalDate.ofInstant(clock.instant(), ZONE)));
        return "sharing/plans";
    }

    @Requires(Permission.PORTFOLIO)
    @GetMapping("/offers/new")
    String form(@RequestParam String action, Model model) {
        return form(ActionId.of(action), List.of(), "", "", "", model);
    }

    @Requires(Permission.PORTFOLIO)
    @PostMapping("/offers")
    String propose(
            @RequestParam String action,
            @RequestParam(defaultValue = "") List<String> site,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            Model model,
            RedirectAttributes after) {
        var id = ActionId.of(action);
        var chosen =
                sites().stream().filter(it -> site.contains(it.id().toString())).toList();
        var when = day(day);
        var node = above(chosen);
        var problem = chosen.isEmpty()
                ? "sharing.offer.no-site"
                : words.isBlank()
                        ? "sharing.offer.no-words"
                        : when.isEmpty() ? "plan.form.due.wrong" : node.isEmpty() ? "sharing.offer.no-place" : "";
        if (!problem.isEmpty()) {
            return form(id, site, words, day, problem, model);
        }
        var made = offers.propose(
                node.get(),
                id,
                needs.title(id),
                words,
                when.get(),
                chosen.stream().map(Facility::id).toList());
        after.addFlashAttribute("notice", "sharing.offer.made");
        return "redirect:/portfolio/offers/" + made;
    }

    @Requires(Permission.PORTFOLIO)
    @GetMapping("/offers/{offer}")
    String detail(@PathVariable String offer, Model model) {
        var found = find(offer);
        var names = sites().stream().collect(Collectors.toMap(Facility::id, Facility::name));
        var replies = offers.replies(found.id());
        model.addAttribute(
                "detail",
                new OfferPages.Detail(
                        found,
                        replies.stream()
                                .map(it -> new OfferPages.Answered(names.getOrDefault(it.facility(), ""), it))
                                .toList(),
                        OfferPages.Made.of(found, replies)));
        return "sharing/offer";
    }

    @Requires(Permission.PORTFOLIO)
    @PostMapping("/offers/{offer}/end")
    String end(@PathVariable String offer, RedirectAttributes after) {
        offers.end(find(offer).id());
        after.addFlashAttribute("notice", "sharing.offer.ended");
        return "redirect:/portfolio/plans";
    }

    private String form(ActionId action, List<String> chosen, String words, String day, String problem, Model model) {
        var all = sites();
        var needing =
                needs.sitesThatNeed(action, all).stream().map(Facility::id).collect(Collectors.toSet());
        var choices = all.stream()
                .map(it -> new SharedPages.Site(
                        it,
                        needing.contains(it.id()),
                        chosen.isEmpty()
                                ? needing.contains(it.id())
                                : chosen.contains(it.id().toString()),
                        false))
                .toList();
        model.addAttribute(
                "propose", new OfferPages.Propose(action, needs.title(action), choices, words, day, problem));
        return "sharing/propose";
    }

    private List<Facility> sites() {
        var actor = Actors.current();
        return facilities.visible().stream()
                .filter(it -> actor.may(Permission.PORTFOLIO, it.path()))
                .toList();
    }

    /// The place of the adviser's role above all these sites.
    private static Optional<NodeId> above(List<Facility> sites) {
        return Actors.current() instanceof Actor.Person person
                ? person.grants().stream()
                        .filter(it -> it.role().permits(Permission.PORTFOLIO))
                        .filter(it -> sites.stream().allMatch(site -> it.path().contains(site.path())))
                        .map(it -> it.node())
                        .findFirst()
                : Optional.empty();
    }

    /// @return empty when the text is no day; a day that may be empty otherwise
    private static Optional<Optional<LocalDate>> day(String written) {
        try {
            return Optional.of(Wish.day(written));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /// An offer of a place where the person is an adviser; any other answers "not found".
    private Offer find(String id) {
        try {
            return offers.find(new OfferId(UUID.fromString(id)))
                    .filter(it -> above(List.of()).isPresent())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such offer", notAnId);
        }
    }
}
