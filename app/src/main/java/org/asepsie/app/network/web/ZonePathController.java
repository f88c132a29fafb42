package org.asepsie.app.network.web;

import java.util.Optional;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Configurations;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.Paths;
import org.asepsie.app.network.Studies;
import org.asepsie.app.network.ZonePlans;
import org.asepsie.engine.network.proof.Reach;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks whether one can get from a zone to another, and shows the way.
@Controller
@RequestMapping("/f/{facility}/network/path")
class ZonePathController {
    private final Paths paths;
    private final ZonePlans plans;
    private final Configurations configurations;
    private final Studies studies;

    ZonePathController(Paths paths, ZonePlans plans, Configurations configurations, Studies studies) {
        this.paths = paths;
        this.plans = plans;
        this.configurations = configurations;
        this.studies = studies;
    }

    @Requires(Permission.READ)
    @GetMapping
    String path(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        Optional<Reach> found = Optional.empty();
        Optional<NetworkRefused> refused = Optional.empty();
        if (!from.isEmpty() && from.equals(to)) {
            refused = Optional.of(new NetworkRefused("network.refused.same-zone"));
        } else if (!from.isEmpty()) {
            try {
                found = paths.between(facility, from, to);
            } catch (NetworkRefused trouble) {
                refused = Optional.of(trouble);
            }
        }
        model.addAttribute(
                "screen",
                new PathScreen(
                        facility,
                        studies.model(),
                        plans.current(facility).plan(),
                        paths.ends(facility),
                        !configurations.inUse(facility).isEmpty(),
                        from,
                        to,
                        found,
                        refused));
        return "network/path";
    }
}
