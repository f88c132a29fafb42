package org.asepsie.app.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.assessment.Latest;
import org.asepsie.app.assessment.NoSuchFramework;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.ThemeId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the answers and the evidence are worth.
@Controller
@RequestMapping("/f/{facility}/result")
class ResultController {
    private final Results results;
    private final Questionnaires questionnaires;
    private final Facilities facilities;
    private final ResultPages pages;
    private final Readers readers;

    ResultController(
            Results results, Questionnaires questionnaires, Facilities facilities, ResultPages pages, Readers readers) {
        this.results = results;
        this.questionnaires = questionnaires;
        this.facilities = facilities;
        this.pages = pages;
        this.readers = readers;
    }

    /// The questionnaire of which most is known; the first proposed before anything is.
    @Requires(Permission.READ)
    @GetMapping
    String best(@PathVariable FacilityId facility) {
        var proposed = questionnaires.proposedTo(facilities.get(facility)).stream()
                .map(it -> it.framework().id())
                .toList();
        var framework = results.latestOf(facility).stream()
                .filter(it -> proposed.contains(it.instrument().framework()))
                .max(Comparator.comparing((Latest it) -> it.completeness().answered())
                        .thenComparing(it -> -proposed.indexOf(it.instrument().framework())))
                .map(it -> it.instrument().framework())
                .or(() -> proposed.stream().findFirst())
                .orElseThrow(() -> new NoSuchFramework("any questionnaire"));
        return "redirect:/f/" + facility + "/result/" + framework;
    }

    @Requires(Permission.READ)
    @GetMapping("/{framework}")
    String result(
            @PathVariable FacilityId facility,
            @PathVariable String framework,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("screen", pages.of(readers.of(request, facility), questionnaires.of(facility, framework)));
        return "assessment/result";
    }

    @Requires(Permission.READ)
    @GetMapping("/{framework}/{theme}")
    String theme(
            @PathVariable FacilityId facility,
            @PathVariable String framework,
            @PathVariable String theme,
            HttpServletRequest request,
            Model model) {
        var questionnaire = questionnaires.of(facility, framework);
        model.addAttribute(
                "screen",
                pages.theme(readers.of(request, facility), questionnaire, questionnaire.theme(new ThemeId(theme))));
        return "assessment/theme-result";
    }
}
