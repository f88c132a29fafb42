package org.asepsie.app.network.web;

import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.RuleReviews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes the day on which the rules were read through.
@Controller
class RuleReviewController {
    private final RuleReviews reviews;

    RuleReviewController(RuleReviews reviews) {
        this.reviews = reviews;
    }

    @Requires(Permission.STEER)
    @PostMapping("/f/{facility}/network/details/review")
    String review(
            @PathVariable FacilityId facility, @RequestParam(defaultValue = "") String day, RedirectAttributes after) {
        try {
            reviews.declare(facility, day);
            after.addFlashAttribute("notice", "network.review.kept");
        } catch (NetworkRefused refused) {
            after.addFlashAttribute("notice", refused.key());
        }
        return "redirect:/f/%s/network/details".formatted(facility);
    }
}
