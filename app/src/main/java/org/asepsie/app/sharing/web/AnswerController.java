package org.asepsie.app.sharing.web;

import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.sharing.Offer;
import org.asepsie.app.sharing.OfferId;
import org.asepsie.app.sharing.Offers;
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

/// An adviser's offer as one site reads it and answers.
@Controller
@RequestMapping("/f/{facility}/offers/{offer}")
class AnswerController {
    private final Offers offers;
    private final Facilities facilities;

    AnswerController(Offers offers, Facilities facilities) {
        this.offers = offers;
        this.facilities = facilities;
    }

    @Requires(Permission.READ)
    @GetMapping
    String read(@PathVariable FacilityId facility, @PathVariable String offer, Model model) {
        var place = facilities.get(facility);
        var found = offer(offer);
        model.addAttribute(
                "at",
                new OfferPages.AtSite(
                        found, place, reply(found, facility), Actors.current().may(Permission.STEER, place.path())));
        return "sharing/answer";
    }

    @Requires(Permission.STEER)
    @PostMapping
    String answer(
            @PathVariable FacilityId facility,
            @PathVariable String offer,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes after) {
        var found = offer(offer);
        reply(found, facility);
        offers.answer(found.id(), facility, Offer.Answer.of(answer), note);
        after.addFlashAttribute("notice", "sharing.answered");
        return "redirect:/f/" + facility + "/offers/" + found.id();
    }

    private Offer offer(String id) {
        try {
            return offers.find(new OfferId(UUID.fromString(id)))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such offer", notAnId);
        }
    }

    /// What the site answered so far; an offer that was not made to it answers "not found".
    private Offer.Reply reply(Offer offer, FacilityId facility) {
        return offers.replies(offer.id()).stream()
                .filter(it -> it.facility().equals(facility))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
