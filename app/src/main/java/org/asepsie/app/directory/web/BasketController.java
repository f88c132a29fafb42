package org.asepsie.app.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.directory.Baskets;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What if? A basket of changes, tried and taken into the plan.
@Controller
@RequestMapping("/f/{facility}/directory/what-if")
class BasketController {
    private final Chosen chosen;
    private final Baskets baskets;
    private final Pages pages;

    BasketController(Chosen chosen, Baskets baskets, Pages pages) {
        this.chosen = chosen;
        this.baskets = baskets;
        this.pages = pages;
    }

    @Requires(Permission.READ)
    @GetMapping
    String basket(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(name = "change", required = false) @Nullable List<String> changes,
            HttpServletRequest request,
            Model model) {
        var found = chosen.required(facility, collection);
        model.addAttribute(
                "screen",
                new BasketScreen(
                        facility.toString(),
                        found,
                        baskets.of(facility, found.id(), wanted(changes), pages.language(request))));
        return "directory/what-if";
    }

    @Requires(Permission.STEER)
    @PostMapping("/plan")
    String plan(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(name = "change", required = false) @Nullable List<String> changes,
            RedirectAttributes after) {
        var found = chosen.required(facility, collection);
        var wanted = wanted(changes);
        if (wanted.isEmpty()) {
            after.addFlashAttribute("notice", "directory.basket.empty");
            return "redirect:/f/%s/directory/what-if?collection=%s".formatted(facility, found.id());
        }
        var taken = baskets.plan(facility, found.id(), wanted);
        after.addFlashAttribute("notice", taken > 0 ? "directory.basket.planned" : "directory.basket.known");
        return "redirect:/f/%s/plan".formatted(facility);
    }

    private static Set<String> wanted(@Nullable List<String> changes) {
        return changes == null ? Set.of() : Set.copyOf(new java.util.HashSet<>(changes));
    }
}
