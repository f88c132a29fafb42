package org.asepsie.app.facility.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.page.Window;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an administrator looks for a facility.
@Controller
class FacilitiesController {
    static final String PATH = "/administration/facilities";
    private static final int SHOWN = 50;
    private static final int FARTHEST = 1_000_000;

    private final Facilities facilities;
    private final Nationwide nationwide;

    FacilitiesController(Facilities facilities, Nationwide nationwide) {
        this.facilities = facilities;
        this.nationwide = nationwide;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping(PATH)
    String search(
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "0") int from, Model model) {
        var skipped = Math.clamp(from, 0, FARTHEST);
        var found = facilities.search(words, skipped, SHOWN);
        var last = skipped + found.facilities().size();
        var window = new Window(
                found.facilities().isEmpty() ? 0 : skipped + 1L,
                last,
                found.total(),
                skipped == 0 ? "" : address(words, Math.max(0, skipped - SHOWN)),
                last >= found.total() ? "" : address(words, last));
        model.addAttribute(
                "screen", new FacilitiesScreen(words, found.facilities(), window, nationwide.administered()));
        return "facility/facilities";
    }

    private static String address(String words, int from) {
        return "%s?words=%s&from=%d".formatted(PATH, URLEncoder.encode(words, StandardCharsets.UTF_8), from);
    }
}
