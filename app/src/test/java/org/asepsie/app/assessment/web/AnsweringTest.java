package org.asepsie.app.assessment.web;

import static org.asepsie.app.assessment.Homes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Role;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Given;
import org.asepsie.app.assessment.Homes;
import org.asepsie.app.assessment.Results;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Questions in a browser: with and without scripts, by the right people, whatever is sent.
@ApplicationTest
@Import(Homes.class)
class AnsweringTest {
    private static final String QUESTION = "hygiene.06";
    private static final String THEME = "/diagnosis/hygiene-42/connaitre";

    @Autowired
    MockMvc browser;

    @Autowired
    Homes homes;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    Results results;

    @Autowired
    TestClock clock;

    @Test
    void everyPageOfTheDiagnosisShowsInBothLanguages() throws Exception {
        var home = homes.home();
        homes.answer(home, QUESTION, 2);
        for (var language : List.of("fr", "en")) {
            for (var path : List.of(
                    "/diagnosis",
                    THEME,
                    "/questions/" + QUESTION,
                    "/result/hygiene-42",
                    "/result/essentiel-esms",
                    "/result/hygiene-42/connaitre",
                    "/history")) {
                browser.perform(get(at(home, path))
                                .header("Accept-Language", language)
                                .with(home.director().signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("⟦"))));
            }
        }
    }

    @Test
    void theFormulaIsOpenToAllAndItsFiguresComeFromTheEngine() throws Exception {
        for (var language : List.of("fr", "en")) {
            browser.perform(get("/help/score").header("Accept-Language", language))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(language.equals("fr") ? "2,95" : "2.95")))
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @Test
    void oneQuestionIsSavedInPlaceAndTheReplySaysSo() throws Exception {
        var home = homes.home();

        browser.perform(form(home, homes.given(home, QUESTION, said(2)), "said:2")
                        .header("HX-Request", "true")
                        .with(home.director().signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Asepsie-Answer", "kept"))
                .andExpect(content().string(not(containsString("<html"))));

        assertThat(answered(home)).isEqualTo("said:2");
    }

    @Test
    void withoutScriptsAQuestionIsSavedAndShownAgain() throws Exception {
        var home = homes.home();

        browser.perform(form(home, homes.given(home, QUESTION, said(2)), "unknown")
                        .with(home.director().signedIn()))
                .andExpect(redirectedUrl(at(home, "/questions/" + QUESTION)));

        assertThat(answered(home)).isEqualTo("unknown");
    }

    @Test
    void withoutScriptsAWholeThemeIsSavedAndOnlyWhatWasTouched() throws Exception {
        var home = homes.home();
        var page = browser.perform(get(at(home, THEME)).with(home.director().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var request = post(at(home, THEME)).param("then", "next").param("answer-" + QUESTION, "said:3");
        var hidden = Pattern.compile("type=\"hidden\" name=\"([a-z]+-hygiene[^\"]*)\" value=\"([^\"]*)\"")
                .matcher(page);
        while (hidden.find()) {
            request.param(hidden.group(1), hidden.group(2));
        }

        browser.perform(request.with(csrf()).with(home.director().signedIn())).andExpect(status().is3xxRedirection());

        assertThat(Actors.as(home.actor(), () -> diagnosis.answers(home.id()))).hasSize(1);
        assertThat(answered(home)).isEqualTo("said:3");
    }

    @Test
    void aCommentWithoutAnAnswerIsKeptOnThePage() throws Exception {
        var home = homes.home();

        browser.perform(form(home, homes.given(home, QUESTION, said(2)), "")
                        .param("comment-" + QUESTION, "Voir avec Dominique")
                        .header("HX-Request", "true")
                        .with(home.director().signedIn()))
                .andExpect(header().string("X-Asepsie-Answer", "missing"))
                .andExpect(content().string(containsString("Voir avec Dominique")));
    }

    @Test
    void whenAColleagueAnsweredMeanwhileBothAnswersAreShown() throws Exception {
        var home = homes.home();
        var mine = homes.given(home, QUESTION, said(1));
        var colleague = homes.someone(home, Role.IT_LEAD);
        Actors.as(colleague.actor(), () -> diagnosis.give(home.id(), homes.given(home, QUESTION, said(3))));

        var reply = browser.perform(form(home, mine, "said:1")
                        .header("HX-Request", "true")
                        .with(home.director().signedIn()))
                .andExpect(header().string("X-Asepsie-Answer", "contested"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(reply).contains("Garder ma réponse").containsPattern("value=\"said:1\" checked");
        assertThat(answered(home)).isEqualTo("said:3");
    }

    @Test
    void aQuestionThatChangedKeepsWhatWasTyped() throws Exception {
        var home = homes.home();
        var given = homes.given(home, QUESTION, said(1));
        var old = new Given(given.question(), given.statement(), "", given.basis(), "ffff", "0.9", given.key());

        browser.perform(form(home, old, "said:1")
                        .param("comment-" + QUESTION, "Mon texte")
                        .with(home.director().signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Mon texte")))
                .andExpect(content().string(containsString("La question a changé")));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "answer, said:7",
        "answer, said:",
        "answer, fact:",
        "answer, fact:no-such-fact",
        "answer, <script>",
        "key, not-a-key",
        "version, 1.0; drop table"
    })
    void whatNoPageOfOursSendsIsRefusedAndNothingIsRecorded(String field, String value) throws Exception {
        var home = homes.home();
        var given = homes.given(home, QUESTION, said(1));
        var request = post(at(home, "/questions/" + QUESTION)).with(csrf());
        for (var name : List.of("answer", "key", "version", "fingerprint", "basis")) {
            var right = switch (name) {
                case "answer" -> "said:1";
                case "key" -> given.key().toString();
                case "version" -> given.version();
                case "fingerprint" -> given.fingerprint();
                default -> "0";
            };
            request.param(name + "-" + QUESTION, name.equals(field) ? value : right);
        }

        browser.perform(request.with(home.director().signedIn())).andExpect(status().isBadRequest());

        assertThat(Actors.as(home.actor(), () -> diagnosis.answers(home.id()))).isEmpty();
    }

    @Test
    void anAddressThatNamesNothingIsNotFound() throws Exception {
        var home = homes.home();
        for (var path : List.of(
                "/diagnosis/nothing",
                "/diagnosis/hygiene-42/nothing",
                "/questions/nothing",
                "/result/nothing",
                "/history/00000000-0000-0000-0000-000000000000")) {
            browser.perform(get(at(home, path)).with(home.director().signedIn()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void anAdviserReadsAndDoesNotAnswer() throws Exception {
        var home = homes.home();
        var adviser = homes.someone(home, Role.REGIONAL_ADVISER);

        browser.perform(get(at(home, THEME)).with(adviser.signedIn())).andExpect(status().isOk());
        browser.perform(get(at(home, "/result/hygiene-42")).with(adviser.signedIn()))
                .andExpect(status().isOk());
        browser.perform(form(home, homes.given(home, QUESTION, said(2)), "said:2")
                        .with(adviser.signedIn()))
                .andExpect(status().isForbidden());
        browser.perform(post(at(home, "/history"))
                        .param("framework", "hygiene-42")
                        .with(csrf())
                        .with(adviser.signedIn()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aContributorAnswersAndDoesNotSeeResults() throws Exception {
        var home = homes.home();
        var contributor = homes.someone(home, Role.CONTRIBUTOR);

        browser.perform(form(home, homes.given(home, QUESTION, said(2)), "said:2")
                        .header("HX-Request", "true")
                        .with(contributor.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Votre niveau"))));
        browser.perform(get(at(home, "/result/hygiene-42")).with(contributor.signedIn()))
                .andExpect(status().isForbidden());
        browser.perform(get(at(home, "/history")).with(contributor.signedIn())).andExpect(status().isForbidden());
    }

    @Test
    void aNeighbourFindsNothing() throws Exception {
        var home = homes.home();
        var neighbour = homes.home();
        for (var path : List.of(THEME, "/questions/" + QUESTION, "/result/hygiene-42", "/history")) {
            browser.perform(get(at(home, path)).with(neighbour.director().signedIn()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void aQuestionHandedOverIsAnsweredOnceWithoutAnAccount() throws Exception {
        var home = homes.home();
        var link = link(home);

        browser.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Dominique")));
        var given = homes.given(home, QUESTION, said(2));
        browser.perform(post(link).params(fields(given, "said:2")).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("votre réponse est enregistrée")));
        browser.perform(post(link).params(fields(given, "said:0")).with(csrf()))
                .andExpect(content().string(containsString("votre réponse est enregistrée")));

        assertThat(answered(home)).isEqualTo("said:2");
        var answer = homes.answerOn(home, new TopicId("hab.joiner-leaver"));
        assertThat(answer.by().name()).isEqualTo("Dominique");
        browser.perform(get(link)).andExpect(content().string(not(containsString("said:2"))));
    }

    @Test
    void aLinkIsWorthNothingAfterTwoWeeksNorWhenMistyped() throws Exception {
        var home = homes.home();
        var link = link(home);
        clock.advance(Duration.ofDays(15));

        browser.perform(get(link)).andExpect(content().string(not(containsString("said:2"))));
        browser.perform(get("/q/nonsense")).andExpect(content().string(not(containsString("said:2"))));
    }

    @Test
    void aDocumentProvesTheAnswerItIsAttachedTo() throws Exception {
        var home = homes.home();
        homes.answer(home, QUESTION, 2);
        var before = proven(home);

        browser.perform(multipart(at(home, "/questions/" + QUESTION + "/proof"))
                        .file(new MockMultipartFile(
                                "proof",
                                "procédure.txt",
                                "text/plain",
                                "Procédure de départ".getBytes(StandardCharsets.UTF_8)))
                        .with(csrf())
                        .with(home.director().signedIn()))
                .andExpect(status().is3xxRedirection());

        assertThat(proven(home)).isGreaterThan(before);
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefusedWithItsReason() throws Exception {
        var home = homes.home();
        homes.answer(home, QUESTION, 2);

        browser.perform(multipart(at(home, "/questions/" + QUESTION + "/proof"))
                        .file(new MockMultipartFile("proof", "plan.pdf", "application/pdf", new byte[] {1, 2, 3}))
                        .with(csrf())
                        .with(home.director().signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("plan.pdf")));
    }

    @Test
    void aDiagnosisIsClosedAndReadAgain() throws Exception {
        var home = homes.home();
        homes.answer(home, QUESTION, 2);

        browser.perform(post(at(home, "/history"))
                        .param("framework", "hygiene-42")
                        .with(csrf())
                        .with(home.director().signedIn()))
                .andExpect(redirectedUrl(at(home, "/history")));

        var list = browser.perform(
                        get(at(home, "/history")).with(home.director().signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var one = Pattern.compile("/f/[^\"]*/history/[0-9a-f-]{36}").matcher(list);
        assertThat(one.find()).isTrue();
        browser.perform(get(one.group()).with(home.director().signedIn()))
                .andExpect(content().string(containsString("identique")));
    }

    private String link(Homes.Home home) throws Exception {
        var page = browser.perform(post(at(home, "/questions/" + QUESTION + "/hand-over"))
                        .param("recipient", "Dominique")
                        .with(csrf())
                        .with(home.director().signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var link = Pattern.compile("/q/[A-Za-z0-9_-]{43}").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private double proven(Homes.Home home) {
        return Actors.as(home.actor(), () -> results.of(home.id(), "hygiene-42", clock.instant()))
                .overall()
                .proven()
                .index()
                .points();
    }

    private String answered(Homes.Home home) {
        return AnswerFields.value(
                homes.answerOn(home, new TopicId("hab.joiner-leaver")).statement());
    }

    private static MockHttpServletRequestBuilder form(Homes.Home home, Given given, String answer) {
        return post(at(home, "/questions/" + QUESTION))
                .params(fields(given, answer))
                .with(csrf());
    }

    private static org.springframework.util.MultiValueMap<String, String> fields(Given given, String answer) {
        var fields = new org.springframework.util.LinkedMultiValueMap<String, String>();
        if (!answer.isEmpty()) {
            fields.add("answer-" + QUESTION, answer);
        }
        fields.add("key-" + QUESTION, given.key().toString());
        fields.add("version-" + QUESTION, given.version());
        fields.add("fingerprint-" + QUESTION, given.fingerprint());
        fields.add("basis-" + QUESTION, Long.toString(given.basis().value()));
        return fields;
    }

    private static String at(Homes.Home home, String path) {
        return "/f/" + home.id() + path;
    }
}
