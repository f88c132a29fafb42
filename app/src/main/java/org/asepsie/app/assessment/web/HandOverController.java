package org.asepsie.app.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.DeadLink;
import org.asepsie.app.access.Open;
import org.asepsie.app.assessment.HandOvers;
import org.asepsie.app.assessment.Questionnaires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A question handed over, as whoever holds the link sees it: this question, once, and nothing else.
@Controller
class HandOverController {
    private final HandOvers handOvers;
    private final Questionnaires questionnaires;
    private final QuestionViews views;
    private final Receptions receptions;
    private final Readers readers;

    HandOverController(
            HandOvers handOvers,
            Questionnaires questionnaires,
            QuestionViews views,
            Receptions receptions,
            Readers readers) {
        this.handOvers = handOvers;
        this.questionnaires = questionnaires;
        this.views = views;
        this.receptions = receptions;
        this.readers = readers;
    }

    @Open
    @GetMapping("/q/{token}")
    String show(@PathVariable String token, HttpServletRequest request, Model model) {
        var opened = handOvers.open(token);
        return Actors.as(opened.link().holder(), () -> page(opened, token, request, model, QuestionViews.Now.QUIET));
    }

    @Open
    @PostMapping("/q/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            Model model) {
        try {
            var opened = handOvers.open(token);
            return Actors.as(opened.link().holder(), () -> take(opened, token, form, request, model));
        } catch (DeadLink dead) {
            if (dead.reason() == DeadLink.Reason.USED) {
                // Sent twice: the first one was recorded.
                return "assessment/handed-over-thanks";
            }
            throw dead;
        }
    }

    private String take(
            HandOvers.Opened opened, String token, Map<String, String> form, HttpServletRequest request, Model model) {
        var fields = new AnswerFields(opened.question(), form);
        var given = fields.given();
        if (given.isEmpty()) {
            return page(opened, token, request, model, Receptions.missing(fields));
        }
        var reader = readers.of(request, opened.facility());
        var question =
                questionnaires.asked(opened.facility(), opened.question()).question();
        var now = receptions.now(reader, question, fields, handOvers.answer(token, given.get()));
        return now.state() instanceof QuestionView.State.Kept
                ? "assessment/handed-over-thanks"
                : page(opened, token, request, model, now);
    }

    private String page(
            HandOvers.Opened opened, String token, HttpServletRequest request, Model model, QuestionViews.Now now) {
        var reader = readers.of(request, opened.facility());
        var asked = questionnaires.asked(opened.facility(), opened.question());
        model.addAttribute(
                "screen",
                new HandedOverPage(
                        reader.facility().name(),
                        opened.recipient(),
                        "/q/" + token,
                        opened.link().expiresAt(),
                        views.of(reader, asked, now)));
        return "assessment/handed-over";
    }
}
