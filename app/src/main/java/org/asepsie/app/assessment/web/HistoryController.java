package org.asepsie.app.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.assessment.Frozen;
import org.asepsie.app.assessment.FrozenId;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Sparkline;
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

/// Diagnoses that were closed, and how to close one.
@Controller
@RequestMapping("/f/{facility}/history")
class HistoryController {
    private final History history;
    private final Questionnaires questionnaires;
    private final Readers readers;

    HistoryController(History history, Questionnaires questionnaires, Readers readers) {
        this.history = history;
        this.questionnaires = questionnaires;
        this.readers = readers;
    }

    @Requires(Permission.READ)
    @GetMapping
    String list(@PathVariable FacilityId facility, HttpServletRequest request, Model model) {
        var reader = readers.of(request, facility);
        var byFramework = new LinkedHashMap<String, List<Frozen>>();
        history.of(facility)
                .forEach(it -> byFramework
                        .computeIfAbsent(it.instrument().framework(), _ -> new ArrayList<>())
                        .add(it));
        model.addAttribute(
                "screen",
                new HistoryPage(
                        reader.path() + "/result",
                        byFramework.values().stream()
                                .map(it -> trend(reader, it))
                                .toList()));
        return "assessment/history";
    }

    @Requires(Permission.STEER)
    @PostMapping
    String close(@PathVariable FacilityId facility, @RequestParam String framework, RedirectAttributes after) {
        history.close(facility, framework);
        after.addFlashAttribute("notice", "assessment.closed");
        return "redirect:/f/" + facility + "/history";
    }

    @Requires(Permission.READ)
    @GetMapping("/{frozen}")
    String one(@PathVariable FacilityId facility, @PathVariable UUID frozen, HttpServletRequest request, Model model) {
        var closed = history.find(facility, new FrozenId(frozen))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var reader = readers.of(request, facility);
        model.addAttribute(
                "screen", ClosedPage.of(reader, questionnaires.catalogue(), title(reader, closed.line()), closed));
        return "assessment/closed";
    }

    private HistoryPage.Trend trend(Reader reader, List<Frozen> newestFirst) {
        return new HistoryPage.Trend(
                title(reader, newestFirst.getFirst()),
                Sparkline.ofLevels(newestFirst.reversed().stream()
                        .map(it -> Levels.shown(it.said()))
                        .toList()),
                newestFirst.stream()
                        .map(it -> new HistoryPage.Line(
                                it.asOf(),
                                it.by(),
                                it.instrument().version(),
                                Levels.motif(it.proven(), it.said(), it.possible()),
                                reader.path() + "/history/" + it.id()))
                        .toList());
    }

    private String title(Reader reader, Frozen frozen) {
        return questionnaires
                .catalogue()
                .framework(frozen.instrument().framework())
                .map(it -> reader.read(it.presentation().title()))
                .orElse(frozen.instrument().framework());
    }
}
