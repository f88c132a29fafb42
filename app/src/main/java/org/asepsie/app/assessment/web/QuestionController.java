package org.asepsie.app.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Documents;
import org.asepsie.app.assessment.HandOvers;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Reception;
import org.asepsie.app.evidence.AttachmentRefused;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.QuestionId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// One question: answered, proven by a document, handed to whoever knows.
@Controller
@RequestMapping("/f/{facility}/questions/{question}")
class QuestionController {
    /// Tells the script of the page what became of an answer; a reply without it is no reply to an answer.
    static final String OUTCOME = "X-Asepsie-Answer";

    private static final String SINGLE = "assessment/single-question";

    private final Diagnosis diagnosis;
    private final Documents documents;
    private final HandOvers handOvers;
    private final Questionnaires questionnaires;
    private final SingleQuestionPages pages;
    private final QuestionViews views;
    private final Receptions receptions;
    private final Readers readers;

    QuestionController(
            Diagnosis diagnosis,
            Documents documents,
            HandOvers handOvers,
            Questionnaires questionnaires,
            SingleQuestionPages pages,
            QuestionViews views,
            Receptions receptions,
            Readers readers) {
        this.diagnosis = diagnosis;
        this.documents = documents;
        this.handOvers = handOvers;
        this.questionnaires = questionnaires;
        this.pages = pages;
        this.views = views;
        this.receptions = receptions;
        this.readers = readers;
    }

    @Requires({Permission.ANSWER, Permission.READ})
    @GetMapping
    String show(
            @PathVariable FacilityId facility, @PathVariable String question, HttpServletRequest request, Model model) {
        var reader = readers.of(request, facility);
        var asked = questionnaires.asked(facility, new QuestionId(question));
        return inPlace(request)
                ? fragment(alone(request), reader, asked, QuestionViews.Now.QUIET, model)
                : page(reader, asked, QuestionViews.Now.QUIET, model);
    }

    @Requires(Permission.ANSWER)
    @PostMapping
    String answer(
            @PathVariable FacilityId facility,
            @PathVariable String question,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        var reader = readers.of(request, facility);
        var asked = questionnaires.asked(facility, new QuestionId(question));
        var fields = new AnswerFields(asked.question().id(), form);
        var reception = fields.given().map(it -> diagnosis.give(facility, it));
        var now = reception
                .map(it -> receptions.now(reader, asked.question(), fields, it))
                .orElseGet(() -> Receptions.missing(fields));
        if (inPlace(request)) {
            response.setHeader(OUTCOME, outcome(reception));
            return fragment(alone(request), reader, asked, now, model);
        }
        if (now.state() instanceof QuestionView.State.Kept) {
            after.addFlashAttribute("notice", "assessment.answers-kept");
            return "redirect:" + reader.path() + "/questions/"
                    + asked.question().id();
        }
        return page(reader, asked, now, model);
    }

    @Requires(Permission.ANSWER)
    @PostMapping("/proof")
    String attach(
            @PathVariable FacilityId facility,
            @PathVariable String question,
            @RequestParam MultipartFile proof,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after)
            throws IOException {
        var id = new QuestionId(question);
        var name = Optional.ofNullable(proof.getOriginalFilename()).orElse("document");
        try {
            var kept = documents.attach(facility, id, name, proof.getBytes());
            after.addFlashAttribute("notice", kept.isPresent() ? "assessment.proof.kept" : "assessment.proof.first");
            return "redirect:/f/" + facility + "/questions/" + id;
        } catch (AttachmentRefused refused) {
            var reader = readers.of(request, facility);
            model.addAttribute(
                    "screen",
                    pages.of(reader, questionnaires.asked(facility, id), QuestionViews.Now.QUIET)
                            .refusing(reader.say(
                                    "evidence.file." + refused.problem().code(), name)));
            return SINGLE;
        }
    }

    @Requires(Permission.ANSWER)
    @PostMapping("/hand-over")
    String handOver(
            @PathVariable FacilityId facility,
            @PathVariable String question,
            @RequestParam String recipient,
            HttpServletRequest request,
            Model model) {
        var id = new QuestionId(question);
        var asked = questionnaires.asked(facility, id);
        var name = recipient.strip().isEmpty() ? "?" : recipient.strip();
        var token = handOvers.hand(facility, id, name.length() > 100 ? name.substring(0, 100) : name);
        var link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/q/" + token)
                .toUriString();
        model.addAttribute(
                "screen",
                pages.of(readers.of(request, facility), asked, QuestionViews.Now.QUIET)
                        .handedOver(link, name));
        return SINGLE;
    }

    private String page(Reader reader, Questionnaire.Asked asked, QuestionViews.Now now, Model model) {
        model.addAttribute("screen", pages.of(reader, asked, now));
        return SINGLE;
    }

    /// @param alone whether the question stands alone on the page that asked, and so is its heading
    private String fragment(
            boolean alone, Reader reader, Questionnaire.Asked asked, QuestionViews.Now now, Model model) {
        model.addAttribute("question", views.of(reader, asked, now));
        model.addAttribute("alone", alone);
        return "assessment/question";
    }

    private static boolean alone(HttpServletRequest request) {
        var page = request.getHeader("HX-Current-URL");
        return page != null && page.contains("/questions/");
    }

    private static boolean inPlace(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static String outcome(Optional<Reception> reception) {
        return reception
                .map(it -> switch (it) {
                    case Reception.Kept _, Reception.KeptBefore _ -> "kept";
                    case Reception.Contested _ -> "contested";
                    case Reception.QuestionChanged _ -> "changed";
                })
                .orElse("missing");
    }
}
