package org.asepsie.app.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.directory.Collections;
import org.asepsie.app.directory.Examinations;
import org.asepsie.app.directory.LiveCollections;
import org.asepsie.app.directory.NoSuchCollection;
import org.asepsie.app.facility.FacilityId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes collections in, shows them being examined, deletes them.
@Controller
@RequestMapping("/f/{facility}/directory/collections")
class CollectionController {
    private static final int MOST_FILES = 200;

    private final Collections collections;
    private final Examinations examinations;
    private final LiveCollections live;
    private final Clock clock;

    CollectionController(Collections collections, Examinations examinations, LiveCollections live, Clock clock) {
        this.collections = collections;
        this.examinations = examinations;
        this.live = live;
        this.clock = clock;
    }

    @Requires(Permission.STEER)
    @PostMapping
    String send(
            @PathVariable FacilityId facility,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            Model model) {
        var sent = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(it -> !it.isEmpty()).toList();
        if (sent.isEmpty() || sent.size() > MOST_FILES) {
            model.addAttribute(
                    "screen",
                    CollectionsScreen.of(facility, collections.all(facility), clock.instant())
                            .with(sent.isEmpty() ? "directory.send.none" : "directory.send.many"));
            return "directory/collections";
        }
        var kept = SentFiles.keep(sent);
        var id = examinations.start(facility, kept.files(), kept::forget);
        return "redirect:/f/%s/directory/collections/%s".formatted(facility, id);
    }

    /// The page of one collection; htmx asks again for its progress alone, and for the whole page once it has ended.
    @Requires(Permission.READ)
    @GetMapping("/{collection}")
    String course(
            @PathVariable FacilityId facility,
            @PathVariable String collection,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model) {
        var found =
                collections.find(facility, Chosen.id(collection)).orElseThrow(() -> new NoSuchCollection(collection));
        var screen =
                new CourseScreen(found, found.course().stateAt(clock.instant()), live.readings(facility, found.id()));
        model.addAttribute("screen", screen);
        if (part == null) {
            return "directory/course";
        }
        if (!screen.running()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "directory/progress";
    }

    @Requires(Permission.STEER)
    @PostMapping("/{collection}/delete")
    String delete(@PathVariable FacilityId facility, @PathVariable String collection, RedirectAttributes after) {
        collections.delete(facility, Chosen.id(collection), "Collecte supprimée");
        after.addFlashAttribute("notice", "directory.deleted");
        return "redirect:/f/%s/directory/collections".formatted(facility);
    }
}
