package org.asepsie.app.assessment;

import static org.asepsie.app.assessment.Homes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.NoSuchFacility;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/// Say it once, lose nothing, count nothing twice.
@ApplicationTest
@Import(Homes.class)
class DiagnosisTest {
    private static final String QUESTION = "hygiene.06";
    private static final TopicId TOPIC = new TopicId("hab.joiner-leaver");

    @Autowired
    Homes homes;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    Questionnaires questionnaires;

    @Test
    void anAnswerServesEveryQuestionnaireThatAsksTheTopic() {
        var home = homes.home();
        var other = questionnaires.on(TOPIC).stream()
                .filter(it -> !it.id().equals(new QuestionId(QUESTION)))
                .findFirst()
                .orElseThrow();

        homes.answer(home, QUESTION, 2);

        var served = as(
                home,
                () -> questionnaires.asked(home.id(), other.id()).question().topic());
        assertThat(homes.answerOn(home, served).statement()).isEqualTo(said(2));
    }

    @Test
    void theNewestAnswerCountsAndTheOldOnesStay() {
        var home = homes.home();

        homes.answer(home, QUESTION, 1);
        homes.answer(home, QUESTION, 3);

        assertThat(as(home, () -> diagnosis.history(home.id(), TOPIC)))
                .extracting(Answer::statement)
                .containsExactly(said(3), said(1));
    }

    @Test
    void theSameAnswerSentTwiceIsOneAnswer() {
        var home = homes.home();
        var given = homes.given(home, QUESTION, said(2));

        var first = as(home, () -> diagnosis.give(home.id(), given));
        var second = as(home, () -> diagnosis.give(home.id(), given));

        assertThat(first).isInstanceOf(Reception.Kept.class);
        assertThat(second).isInstanceOf(Reception.KeptBefore.class);
        assertThat(as(home, () -> diagnosis.history(home.id(), TOPIC))).hasSize(1);
    }

    @Test
    void theSameAnswerSentTwiceAtOnceIsOneAnswer() throws Exception {
        var home = homes.home();
        var given = homes.given(home, QUESTION, said(2));
        Callable<Reception> send = () -> as(home, () -> diagnosis.give(home.id(), given));

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : senders.invokeAll(java.util.Collections.nCopies(4, send))) {
                sent.get();
            }
        }

        assertThat(as(home, () -> diagnosis.history(home.id(), TOPIC))).hasSize(1);
    }

    @Test
    void goingBackAndChoosingAnotherAnswerOnTheSamePageCounts() {
        var home = homes.home();
        var page = homes.given(home, QUESTION, said(1));
        var changed = with(page, said(3));

        as(home, () -> diagnosis.give(home.id(), page));
        as(home, () -> diagnosis.give(home.id(), changed));
        as(home, () -> diagnosis.give(home.id(), page));

        assertThat(homes.answerOn(home, TOPIC).statement()).isEqualTo(said(1));
    }

    @Test
    void aLateRepetitionDoesNotUndoWhatAColleagueSaidSince() {
        var home = homes.home();
        var colleague = homes.someone(home, Role.IT_LEAD);
        var mine = homes.given(home, QUESTION, said(1));
        as(home, () -> diagnosis.give(home.id(), mine));
        as(colleague.actor(), () -> diagnosis.give(home.id(), homes.given(home, QUESTION, said(2))));

        var late = as(home, () -> diagnosis.give(home.id(), mine));

        assertThat(late).isInstanceOf(Reception.KeptBefore.class);
        assertThat(homes.answerOn(home, TOPIC).statement()).isEqualTo(said(2));
    }

    @Test
    void twoPeopleWhoDisagreeAreShownBothAnswers() {
        var home = homes.home();
        var colleague = homes.someone(home, Role.IT_LEAD);
        var opened = homes.given(home, QUESTION, said(1));
        as(colleague.actor(), () -> diagnosis.give(home.id(), homes.given(home, QUESTION, said(2))));

        var contested = as(home, () -> diagnosis.give(home.id(), opened));
        assertThat(contested).isInstanceOfSatisfying(Reception.Contested.class, it -> {
            assertThat(it.theirs().statement()).isEqualTo(said(2));
            assertThat(it.theirs().by().account()).contains(colleague.account());
        });
        assertThat(as(home, () -> diagnosis.history(home.id(), TOPIC))).hasSize(1);

        var insisted = as(home, () -> diagnosis.give(home.id(), homes.given(home, QUESTION, said(1))));
        assertThat(insisted).isInstanceOf(Reception.Kept.class);
    }

    @Test
    void twoPeopleWhoAgreeAreNotDisturbed() {
        var home = homes.home();
        var colleague = homes.someone(home, Role.IT_LEAD);
        var opened = homes.given(home, QUESTION, said(2));
        as(colleague.actor(), () -> diagnosis.give(home.id(), homes.given(home, QUESTION, said(2))));

        assertThat(as(home, () -> diagnosis.give(home.id(), opened))).isInstanceOf(Reception.Kept.class);
    }

    @Test
    void aQuestionThatChangedIsToBeReadAgain() {
        var home = homes.home();
        var now = homes.given(home, QUESTION, said(2));
        var before = new Given(
                now.question(), now.statement(), "gardé", now.basis(), "0011223344556677", "0.9.0", now.key());

        assertThat(as(home, () -> diagnosis.give(home.id(), before))).isEqualTo(new Reception.QuestionChanged());
        assertThat(as(home, () -> diagnosis.answers(home.id()))).isEmpty();
    }

    @Test
    void aPageOfAnOlderVersionWhoseQuestionIsTheSameIsWelcome() {
        var home = homes.home();
        var now = homes.given(home, QUESTION, said(2));
        var before = new Given(now.question(), now.statement(), "", now.basis(), now.fingerprint(), "0.9.0", now.key());

        assertThat(as(home, () -> diagnosis.give(home.id(), before)))
                .isInstanceOfSatisfying(
                        Reception.Kept.class,
                        it -> assertThat(it.answer().instrument().version()).isEqualTo("0.9.0"));
    }

    @Test
    void anAnswerTheQuestionDoesNotOfferIsRefused() {
        var home = homes.home();
        var given = homes.given(home, QUESTION, new Statement.NotApplicable("we-are-too-small"));

        assertThatThrownBy(() -> as(home, () -> diagnosis.give(home.id(), given)))
                .isInstanceOf(AnswerRefused.class)
                .hasMessageContaining("we-are-too-small");
    }

    @Test
    void aQuestionNobodyKnowsIsNotFound() {
        var home = homes.home();

        assertThatThrownBy(() -> as(home, () -> questionnaires.asked(home.id(), new QuestionId("no.such-question"))))
                .isInstanceOf(NoSuchFramework.class);
    }

    @Test
    void nobodyReadsOrGivesTheAnswersOfAnotherHome() {
        var home = homes.home();
        var stranger = homes.home();
        var given = homes.given(home, QUESTION, said(2));
        homes.answer(home, QUESTION, 2);

        assertThat(as(stranger, () -> diagnosis.answers(home.id()))).isEmpty();
        assertThatThrownBy(() -> as(stranger, () -> diagnosis.give(home.id(), given)))
                .isInstanceOfAny(DataAccessException.class, NoSuchFacility.class);
    }

    @Test
    void anImportRepeatedChangesNothing() {
        var home = homes.home();
        var key = UUID.randomUUID();
        var question = new QuestionId(QUESTION);

        for (var i = 0; i < 2; i++) {
            as(home, () -> diagnosis.record(home.id(), question, said(2), "", TestClock.START, key));
        }

        assertThat(as(home, () -> diagnosis.history(home.id(), TOPIC))).hasSize(1);
    }

    private static Given with(Given given, Statement statement) {
        return new Given(
                given.question(),
                statement,
                given.comment(),
                given.basis(),
                given.fingerprint(),
                given.version(),
                given.key());
    }

    private static <T> T as(Homes.Home home, ScopedValue.CallableOp<T, RuntimeException> work) {
        return as(home.actor(), work);
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.as(actor, work);
    }
}
