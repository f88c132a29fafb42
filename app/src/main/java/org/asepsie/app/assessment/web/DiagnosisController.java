package org.asepsie.app.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Reception;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.ThemeId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The questionnaires of a facility, one theme a page.
@Controller
@RequestMapping("/f/{facility}/diagnosis")
class DiagnosisController {
    private final Diagnosis diagnosis;
    private final Questionnaires questionnaires;
    private final DiagnosisPages pages;
    private final Receptions receptions;
    private final Readers readers;

    DiagnosisController(
            Diagnosis diagnosis,
            Questionnaires questionnaires,
            DiagnosisPages pages,
            Receptions receptions,
            Readers readers) {
        this.diagnosis = diagnosis;
        this.questionnaires = questionnaires;
        this.pages = pages;
        this.receptions = receptions;
        this.readers = readers;
    }

    @Requires({Permission.ANSWER, Permission.READ})
    @GetMapping
    String overview(@PathVariable FacilityId facility, HttpServletRequest request, Model model) {
        model.addAttribute("screen", pages.overview(readers.of(request, facility)));
        return "assessment/diagnosis";
    }

    /// Goes on where the questionnaire was left.
    @Requires({Permission.ANSWER, Permission.READ})
    @GetMapping("/{framework}")
    String goOn(@PathVariable FacilityId facility, @PathVariable String framework, HttpServletRequest request) {
        var reader = readers.of(request, facility);
        var questionnaire = questionnaires.of(facility, framework);
        return "redirect:" + DiagnosisPages.address(reader, questionnaire, pages.toGoOn(reader, questionnaire));
    }

    @Requires({Permission.ANSWER, Permission.READ})
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
                pages.theme(
                        readers.of(request, facility),
                        questionnaire,
                        questionnaire.theme(new ThemeId(theme)),
                        Map.of()));
        return "assessment/theme";
    }

    /// Saves every question of the page that was touched. What cannot be kept is shown again with what was typed.
    @Requires(Permission.ANSWER)
    @PostMapping("/{framework}/{theme}")
    String save(
            @PathVariable FacilityId facility,
            @PathVariable String framework,
            @PathVariable String theme,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        var reader = readers.of(request, facility);
        var questionnaire = questionnaires.of(facility, framework);
        var shown = questionnaire.theme(new ThemeId(theme));
        var toSettle = new HashMap<QuestionId, QuestionViews.Now>();
        for (var question : questionnaire.in(shown.id())) {
            var fields = new AnswerFields(question.id(), form);
            if (fields.touched()) {
                var given = fields.given();
                if (given.isEmpty()) {
                    toSettle.put(question.id(), Receptions.missing(fields));
                    continue;
                }
                var reception = diagnosis.give(facility, given.get());
                if (!(reception instanceof Reception.Kept || reception instanceof Reception.KeptBefore)) {
                    toSettle.put(question.id(), receptions.now(reader, question, fields, reception));
                }
            }
        }
        var screen = pages.theme(reader, questionnaire, shown, toSettle);
        if (!toSettle.isEmpty()) {
            model.addAttribute("screen", screen);
            return "assessment/theme";
        }
        after.addFlashAttribute("notice", "assessment.answers-kept");
        return "redirect:" + (form.containsKey("then") ? screen.next() : screen.address());
    }

    @Requires(Permission.ANSWER)
    @PostMapping("/{framework}/class")
    String declare(
            @PathVariable FacilityId facility,
            @PathVariable String framework,
            @RequestParam("class") String entityClass) {
        questionnaires.declare(facility, framework, Optional.of(entityClass).filter(it -> !it.isEmpty()));
        return "redirect:/f/" + facility + "/diagnosis#" + framework;
    }
}
