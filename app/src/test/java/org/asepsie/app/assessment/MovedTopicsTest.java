package org.asepsie.app.assessment;

import static org.asepsie.app.assessment.Homes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.assessment.Homes.Home;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// A new version of a questionnaire renames a topic, cuts one in two and joins two others: no answer is lost, no proof
/// is lost, and what was closed before stays as it was found.
@ApplicationTest
@Import(Homes.class)
class MovedTopicsTest {
    private static final AtomicInteger MARKS = new AtomicInteger();

    @Autowired
    Homes homes;

    @Autowired
    People people;

    @Autowired
    MockMvc browser;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    Documents documents;

    @Autowired
    Results results;

    @Autowired
    History history;

    @Autowired
    TestClock clock;

    private Home home;
    private People.Someone adviser;
    private String mark;

    @BeforeEach
    void aHomeAnsweredTheFirstVersion() throws Exception {
        mark = "moved" + MARKS.incrementAndGet();
        home = homes.home();
        adviser = people.with(Role.REGIONAL_ADVISER, home.region());
        publish(version(1, "duty", "access", "servers", "workstations"));
        homes.answer(home, id("duty"), 2);
        homes.answer(home, id("access"), 3);
        homes.answer(home, id("servers"), 3);
        homes.answer(home, id("workstations"), 1);
        Actors.as(
                home.actor(),
                () -> documents.attach(
                        home.id(), new QuestionId(id("duty")), "liste.txt", "vu".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyAnswerIsFoundUnderTheNamesOfTheNewVersion() throws Exception {
        publishTheSecond();

        assertThat(answer("night-duty").statement()).isEqualTo(said(2));
        assertThat(answer("night-duty").question()).isEqualTo(new QuestionId(id("duty")));
        assertThat(answer("visitors").statement()).isEqualTo(said(3));
        assertThat(answer("staff").statement()).isEqualTo(said(3));
        assertThat(answer("machines").statement()).as("the weakest of the two").isEqualTo(said(1));
        assertThat(maturity().completeness().answered()).isEqualTo(1);
        assertThat(maturity()
                        .on(new TopicId(id("night-duty")))
                        .orElseThrow()
                        .known()
                        .counted())
                .as("the document shows what it showed")
                .isPresent();
    }

    @Test
    void answersGoOnUnderTheNewNameAndTheOldOnesStayToBeRead() throws Exception {
        publishTheSecond();
        homes.answer(home, id("night-duty"), 3);
        homes.answer(home, id("machines"), 2);

        assertThat(answer("night-duty").statement()).isEqualTo(said(3));
        assertThat(answer("machines").statement()).isEqualTo(said(2));
        assertThat(Actors.as(home.actor(), () -> diagnosis.history(home.id(), new TopicId(id("night-duty")))))
                .extracting(Answer::statement)
                .containsExactly(said(3), said(2));
    }

    @Test
    void aDocumentCanBeAttachedToAnAnswerThatMoved() throws Exception {
        publishTheSecond();

        var attached = Actors.as(
                home.actor(),
                () -> documents.attach(
                        home.id(), new QuestionId(id("staff")), "badges.txt", "vu".getBytes(StandardCharsets.UTF_8)));

        assertThat(attached).isPresent();
    }

    @Test
    void aThirdVersionNeedNotRepeatTheMovesOfTheSecond() throws Exception {
        publishTheSecond();
        publish(version(3, "late-duty", "visitors", "staff", "machines")
                + "renames: [{kind: topic, from: %s, to: %s, since: 3.0.0}]\n"
                        .formatted(id("night-duty"), id("late-duty")));

        assertThat(answer("late-duty").statement()).isEqualTo(said(2));
        assertThat(answer("machines").statement()).isEqualTo(said(1));
        assertThat(maturity().completeness().answered()).isEqualTo(1);
    }

    @Test
    void whatWasClosedBeforeStaysAsItWasFound() throws Exception {
        var found = maturity();
        var closed = Actors.as(home.actor(), () -> history.close(home.id(), framework()));
        clock.advance(Duration.ofDays(30));

        publishTheSecond();
        homes.answer(home, id("machines"), 3);

        var read = Actors.as(home.actor(), () -> history.find(home.id(), closed.id()))
                .orElseThrow();
        assertThat(read.line()).isEqualTo(closed);
        assertThat(read.line().instrument().version()).isEqualTo("1.0.0");
        assertThat(read.snapshot().replay()).isEqualTo(found);
        var since = Actors.as(home.actor(), () -> history.since(home.id(), framework(), clock.instant()))
                .orElseThrow();
        assertThat(since.comparison().before()).isEqualTo(found);
        assertThat(since.comparison().real().thousandths())
                .as("the machines alone are real progress")
                .isPositive();
    }

    private void publishTheSecond() throws Exception {
        publish(version(2, "night-duty", "visitors", "staff", "machines") + """
                renames: [{kind: topic, from: %1$s.duty, to: %1$s.night-duty, since: 2.0.0}]
                splits: [{kind: topic, from: %1$s.access, to: [%1$s.visitors, %1$s.staff], since: 2.0.0, carry: copy}]
                merges: [{kind: topic, from: [%1$s.servers, %1$s.workstations], to: %1$s.machines, since: 2.0.0, carry: lowest}]
                """.formatted(mark));
    }

    private Answer answer(String topic) {
        return homes.answerOn(home, new TopicId(id(topic)));
    }

    private Maturity maturity() {
        return Actors.as(home.actor(), () -> results.of(home.id(), framework(), clock.instant()));
    }

    private String framework() {
        return mark + "-nuit";
    }

    private String id(String topic) {
        return mark + "." + topic;
    }

    private String version(int number, String... topics) {
        var known = Arrays.stream(topics)
                .map(it -> "  %s: {fr: Sujet, en: Topic}\n".formatted(id(it)))
                .collect(Collectors.joining());
        var questions = Arrays.stream(topics).map(this::question).collect(Collectors.joining());
        return """
                framework:
                  id: %s
                  version: %d.0.0
                  validFrom: 2026-11-01
                  title: {fr: Astreintes, en: Duty}
                  purpose: {fr: "Pour la région.", en: "For the region."}
                  audience: [esms]
                  minutes: 5
                  source: {name: Centre régional, reference: v1, checkedOn: 2026-11-01, confidence: P}
                  notice: {fr: "Ce n'est pas un contrôle.", en: "This is no inspection."}
                  thresholds: [20, 45, 65, 85]
                topics:
                %sthemes:
                  - {id: nuit, title: {fr: La nuit, en: At night}, intro: {fr: "Qui répond.", en: "Who answers."}, weight: 3}
                questions:
                %s""".formatted(framework(), number, known, questions);
    }

    private String question(String topic) {
        return """
                  - id: %1$s
                    topic: %1$s
                    theme: nuit
                    essential: true
                    weight: 4
                    ask: {fr: "Qui ?", en: "Who?"}
                    example: {fr: "L'infirmière.", en: "The nurse."}
                    help: {fr: "Un nom.", en: "A name."}
                    options:
                      - {attainment: 0, text: {fr: Personne, en: Nobody}}
                      - {attainment: 1, text: {fr: Un peu, en: Some}}
                      - {attainment: 2, text: {fr: Presque, en: Nearly}}
                      - {attainment: 3, text: {fr: Tout, en: All}}
                    findOut: {who: {fr: La direction, en: The director}, look: {fr: "L'affiche.", en: "The poster."}, minutes: 5}
                    freshness: P6M
                    references: [ANSSI hygiène 41]
                """.formatted(id(topic));
    }

    private void publish(String yaml) throws Exception {
        var sent = browser.perform(multipart("/administration/frameworks")
                        .file(new MockMultipartFile(
                                "file", "q.yaml", "application/yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                        .param("region", home.region().value().toString())
                        .with(csrf())
                        .with(adviser.signedIn()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        browser.perform(post(sent.getResponse().getRedirectedUrl() + "/publish")
                        .with(adviser.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/administration/frameworks"));
        clock.advance(Duration.ofMinutes(1));
    }
}
