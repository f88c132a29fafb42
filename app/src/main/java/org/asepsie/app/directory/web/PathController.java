package org.asepsie.app.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.NoSuchCollection;
import org.asepsie.app.directory.PathsToTop;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The paths to the top, entered from a question.
@Controller
@RequestMapping("/f/{facility}/directory/paths")
class PathController {
    private final Chosen chosen;
    private final PathsToTop paths;
    private final Pages pages;

    PathController(Chosen chosen, PathsToTop paths, Pages pages) {
        this.chosen = chosen;
        this.paths = paths;
        this.pages = pages;
    }

    /// @param from SID of the account to begin with
    /// @param q words of its name, to look for it
    @Requires(Permission.READ)
    @GetMapping
    String paths(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        var found = chosen.required(facility, collection);
        var language = pages.language(request);
        var screen = from.isEmpty() ? everything(facility, found, q, language) : one(facility, found, from, language);
        model.addAttribute("screen", screen);
        return "directory/paths";
    }

    private PathScreen everything(FacilityId facility, Collection found, String q, Language language) {
        var overview = paths.overview(facility, found.id(), language);
        Map<String, String> behind = new LinkedHashMap<>();
        var page = pages.forPaper(language);
        overview.chokes().forEach(it -> behind.put(it.id(), page.say("directory.paths.accounts", it.behind())));
        return new PathScreen(
                facility.toString(),
                found,
                q,
                paths.accounts(facility, found.id(), q, language),
                java.util.Optional.empty(),
                List.of(),
                overview,
                Drawing.of(overview.steps(), behind));
    }

    private PathScreen one(FacilityId facility, Collection found, String from, Language language) {
        var account = paths.account(facility, found.id(), from, language).orElseThrow(() -> new NoSuchCollection(from));
        var path = paths.path(facility, found.id(), from, language);
        return new PathScreen(
                facility.toString(),
                found,
                account.name(),
                List.of(),
                java.util.Optional.of(account),
                path,
                new PathsToTop.Overview(List.of(), List.of()),
                Drawing.of(path, Map.of()));
    }
}
