package org.asepsie.app.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.Collections;
import org.asepsie.app.directory.Evolution;
import org.asepsie.app.directory.Points;
import org.asepsie.app.evidence.ValueInWords;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The first page of the directory, and what changed since the collection before.
@Controller
@RequestMapping("/f/{facility}/directory")
class DirectoryController {
    private final Chosen chosen;
    private final Collections collections;
    private final Points points;
    private final Evolution evolution;
    private final Catalogues catalogues;
    private final Pages pages;
    private final Clock clock;

    DirectoryController(
            Chosen chosen,
            Collections collections,
            Points points,
            Evolution evolution,
            Catalogues catalogues,
            Pages pages,
            Clock clock) {
        this.chosen = chosen;
        this.collections = collections;
        this.points = points;
        this.evolution = evolution;
        this.catalogues = catalogues;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.READ)
    @GetMapping
    String overview(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            HttpServletRequest request,
            Model model) {
        var found = chosen.of(facility, collection);
        if (found.isEmpty()) {
            model.addAttribute("screen", collectionsScreen(facility));
            return "directory/collections";
        }
        model.addAttribute("screen", screen(facility, found.get(), pages.language(request)));
        return "directory/overview";
    }

    private OverviewScreen screen(FacilityId facility, Collection collection, Language language) {
        var id = collection.id();
        return new OverviewScreen(
                facility.toString(),
                collection,
                collections.document(facility, id, language),
                points.lines(facility, id, language),
                points.tagged(facility, id, language),
                published(facility, collection, language),
                collections.examined(facility).size());
    }

    private List<OverviewScreen.Published> published(FacilityId facility, Collection collection, Language language) {
        var catalogue = catalogues.current();
        var words = ValueInWords.on(pages.forPaper(language));
        return collections.published(facility, collection.id()).entrySet().stream()
                .flatMap(it -> catalogue.indicator(it.getKey().value()).stream()
                        .map(indicator -> new OverviewScreen.Published(
                                it.getKey().value(),
                                language == Language.FR
                                        ? indicator.title().fr()
                                        : indicator.title().en(),
                                words.say(
                                        indicator,
                                        BigDecimal.valueOf(it.getValue()).setScale(1, RoundingMode.HALF_UP)))))
                .toList();
    }

    @Requires(Permission.READ)
    @GetMapping("/collections")
    String collections(@PathVariable FacilityId facility, Model model) {
        model.addAttribute("screen", collectionsScreen(facility));
        return "directory/collections";
    }

    private CollectionsScreen collectionsScreen(FacilityId facility) {
        return CollectionsScreen.of(facility, collections.all(facility), clock.instant());
    }

    @Requires(Permission.READ)
    @GetMapping("/evolution")
    String evolution(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") String collection,
            HttpServletRequest request,
            Model model) {
        var found = chosen.required(facility, collection);
        var language = pages.language(request);
        var document = collections.document(facility, found.id(), language);
        model.addAttribute(
                "screen",
                EvolutionScreen.of(
                        facility,
                        found,
                        collections.examined(facility),
                        evolution.changes(facility, found.id()),
                        document));
        return "directory/evolution";
    }
}
