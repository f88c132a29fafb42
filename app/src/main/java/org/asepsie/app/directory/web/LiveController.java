package org.asepsie.app.directory.web;

import java.util.List;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.directory.LiveCollections;
import org.asepsie.app.facility.FacilityId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The directory that is read live: set, read now, forgotten.
@Controller
@RequestMapping("/f/{facility}/directory/live")
class LiveController {
    private final LiveCollections live;

    LiveController(LiveCollections live) {
        this.live = live;
    }

    @Requires(Permission.STEER)
    @GetMapping
    String page(@PathVariable FacilityId facility, Model model) {
        model.addAttribute("screen", screen(facility));
        return "directory/live";
    }

    private LiveScreen screen(FacilityId facility) {
        return LiveScreen.of(facility, live.allowed(), live.find(facility));
    }

    @Requires(Permission.STEER)
    @PostMapping
    String set(
            @PathVariable FacilityId facility,
            @ModelAttribute LiveForm form,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes after) {
        var mistakes = form.mistakes();
        if (mistakes.isEmpty() && live.allowed() && !live.set(facility, form.source(), password)) {
            mistakes = List.of(new LiveForm.Mistake("password", "directory.live.password.needed"));
        }
        if (!mistakes.isEmpty()) {
            model.addAttribute("screen", screen(facility).with(form, mistakes));
            return "directory/live";
        }
        after.addFlashAttribute("notice", "directory.live.kept");
        return "redirect:/f/%s/directory/live".formatted(facility);
    }

    @Requires(Permission.STEER)
    @PostMapping("/collect")
    String collect(@PathVariable FacilityId facility) {
        return live.collect(facility)
                .map(it -> "redirect:/f/%s/directory/collections/%s".formatted(facility, it))
                .orElse("redirect:/f/%s/directory/live".formatted(facility));
    }

    @Requires(Permission.STEER)
    @PostMapping("/remove")
    String remove(@PathVariable FacilityId facility, RedirectAttributes after) {
        live.remove(facility);
        after.addFlashAttribute("notice", "directory.live.removed");
        return "redirect:/f/%s/directory/live".formatted(facility);
    }
}
