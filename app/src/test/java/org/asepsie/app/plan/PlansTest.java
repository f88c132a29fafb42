package org.asepsie.app.plan;

import static org.asepsie.app.plan.Homes.ESSENTIAL;
import static org.asepsie.app.plan.Homes.HOSPITAL;
import static org.asepsie.app.plan.Homes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.assessment.Dossiers;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.facility.NoSuchFacility;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.Step;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.diagnosis.Diagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a plan holds, for establishments that know everything, nothing, or have everything; and what people's
/// decisions and evidence make of it.
@ApplicationTest
@Import(Homes.class)
class PlansTest {
    private static final ActionId BACKUP = ActionId.of("do.bak-regular");
    private static final IndicatorId DAYS_SINCE_BACKUP = new IndicatorId("backup.days-since-backup");

    @Autowired
    Plans plans;

    @Autowired
    Decisions decisions;

    @Autowired
    PlanStore store;

    @Autowired
    EvidenceHub evidence;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Catalogues catalogues;

    @Autowired
    Homes homes;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    static Stream<Arguments> establishments() {
        return Stream.of(FacilityKind.ESMS, FacilityKind.HOSPITAL)
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, Optional.empty()),
                        Arguments.of(kind, Optional.of(new Statement.Unknown())),
                        Arguments.of(kind, Optional.of(said(0))),
                        Arguments.of(kind, Optional.of(said(3)))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("establishments")
    void isNeverEmpty(FacilityKind kind, Optional<Statement> everywhere) {
        var facility = homes.facility(kind, 80);
        var framework = kind == FacilityKind.ESMS ? ESSENTIAL : HOSPITAL;
        everywhere.ifPresent(it -> homes.answering(facility, framework, it));

        var plan = plan(facility);

        assertThat(plan.open()).isNotEmpty();
        assertThat(plan.first(3)).hasSize(3).allMatch(it -> it.effort().days().middle() <= 1);
        assertThat(plan.open()).allMatch(it -> it.quarter().isPresent());
        assertThat(plan.actions()).extracting(Action::rank).doesNotHaveDuplicates();
    }

    @Test
    void saysForEachIDoNotKnowHowToFindOut() {
        var facility = homes.answering(homes.home(), ESSENTIAL, new Statement.Unknown());

        var plan = plan(facility);

        var questions = catalogues.current().framework(ESSENTIAL).orElseThrow().questions();
        assertThat(plan.open())
                .extracting(Action::id)
                .containsAll(questions.stream()
                        .map(it ->
                                new ActionId(ActionId.Kind.FIND_OUT, it.topic().value()))
                        .toList());
        assertThat(plan.open())
                .filteredOn(it -> it.advice() instanceof Advice.FindOut)
                .allMatch(
                        it -> it.effort().asMinutes() > 0 || it.effort().days().low() >= 0.5);
    }

    @Test
    void keepsWhatIsInPlaceShownTheYearlyExerciseIncluded() {
        var facility = homes.answering(homes.facility(FacilityKind.HOSPITAL, 200), HOSPITAL, said(3));

        var plan = plan(facility);

        assertThat(plan.open()).allMatch(it -> it.advice() instanceof Advice.Keep);
        assertThat(plan.open()).extracting(it -> it.id().toString()).contains("keep.cri-exercise-yearly");
    }

    @Test
    void ranksAsTheCommandLineDoes() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(1));
        var framework = catalogues.current().framework(ESSENTIAL).orElseThrow();

        var steps = Diagnosis.of(
                        catalogues.current(),
                        framework,
                        Optional.empty(),
                        Actors.asInstallation(() -> dossiers.of(facility, clock.instant())),
                        clock.instant(),
                        Set.of())
                .plan();

        assertThat(plan(facility).open())
                .filteredOn(it -> it.id().kind() == ActionId.Kind.DO)
                .extracting(it -> it.id().subject())
                .containsExactlyElementsOf(steps.stream()
                        .flatMap(it -> it instanceof Step.Do carry
                                ? Stream.of(carry.measure().id().value())
                                : Stream.<String>empty())
                        .toList());
    }

    @Test
    void takesTheProofAwayWhenTheEvidenceIsOver() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        decide(facility, Status.DONE);
        assertThat(action(facility).stage()).as("done").isEqualTo(Action.Stage.UNPROVEN);

        show(facility, 0);
        assertThat(action(facility).stage()).as("proven").isEqualTo(Action.Stage.PROVEN);
        assertThat(count(facility).proven()).isEqualTo(1);

        clock.advance(Duration.ofDays(40));
        assertThat(action(facility).stage()).as("expired").isEqualTo(Action.Stage.UNPROVEN);
        assertThat(action(facility).proving())
                .isInstanceOfSatisfying(
                        Proving.Lapsed.class,
                        it -> assertThat(it.what()).extracting(Text::fr).hasSize(1));
        assertThat(count(facility)).isEqualTo(new OpenCount(0, 0, 0, 1, 0));

        decide(facility, Status.UNDER_WAY);
        assertThat(action(facility).stage()).as("reopened").isEqualTo(Action.Stage.OPEN);
        assertThat(count(facility).underWay()).isEqualTo(1);
    }

    @Test
    void doesNotTakeABoxForAProofWhenAMeasurementSaysOtherwise() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        decide(facility, Status.DONE);

        show(facility, 30);

        assertThat(action(facility).stage()).isEqualTo(Action.Stage.UNPROVEN);
        assertThat(action(facility).proving()).isInstanceOf(Proving.Contradicted.class);
    }

    @Test
    void takesWhatIsDoneAtItsWordAndMovesOn() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));

        decide(facility, Status.DONE);

        assertThat(plan(facility).open())
                .extracting(Action::id)
                .doesNotContain(BACKUP, ActionId.of("advance.bak.regular"));
    }

    @Test
    void keepsWhatWasRetainedWhenTheAnswersNoLongerCallForIt() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        decide(facility, Status.PLANNED);

        homes.answering(facility, ESSENTIAL, said(3));

        assertThat(action(facility).wish().status()).isEqualTo(Status.PLANNED);
        assertThat(action(facility).stage()).isEqualTo(Action.Stage.OPEN);
    }

    @Test
    void keepsWhatWasRetainedWhenTheCatalogueForgetsIt() {
        var facility = homes.home();
        var gone = ActionId.of("do.a-measure-of-last-year");
        inTransaction(() -> store.put(new Decision(
                facility,
                gone,
                new Text("Fermer le vieux modem", "Close the old modem"),
                new Wish(Status.PLANNED, "", "Mme Martin", Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                new Decision.Version(1, "Camille", clock.instant()))));

        var kept = plan(facility).find(gone).orElseThrow();

        assertThat(kept.title().fr()).isEqualTo("Fermer le vieux modem");
        assertThat(kept.wish().owner()).isEqualTo("Mme Martin");
        assertThat(kept.open()).isTrue();
    }

    @Test
    void doesNotPutForwardInOtherWordsWhatWasNotRetained() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));

        decide(facility, it -> it.withStatus(Status.DISMISSED, "le siège s'en charge"), UUID.randomUUID(), 0);

        assertThat(plan(facility).open()).extracting(Action::id).doesNotContain(BACKUP);
        assertThat(plan(facility).at(Action.Stage.DISMISSED))
                .singleElement()
                .satisfies(it -> assertThat(it.wish().reason()).isEqualTo("le siège s'en charge"));
    }

    @Test
    void settlesAFindOutAsSoonAsTheAnswerIsKnown() {
        var facility = homes.answering(homes.home(), ESSENTIAL, new Statement.Unknown());
        var findOut = ActionId.of("find-out.bak.regular");
        Actors.asInstallation(
                () -> decisions.decide(facility, findOut, it -> it.withOwner("Paul"), 0, UUID.randomUUID()));

        homes.answer(facility, ESSENTIAL, "bak.regular", said(2));

        assertThat(plan(facility).find(findOut).orElseThrow().stage()).isEqualTo(Action.Stage.PROVEN);
    }

    @Test
    void keepsTheFormThatIsSentTwiceOnce() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        var key = UUID.randomUUID();

        var first = decide(facility, it -> it.withOwner("Paul"), key, 0);
        var second = decide(facility, it -> it.withOwner("Paul"), key, 0);

        assertThat(first).isInstanceOf(Outcome.Kept.class);
        assertThat(second).isInstanceOf(Outcome.KeptBefore.class);
        assertThat(action(facility).version()).isEqualTo(1);
        assertThat(Actors.asInstallation(() -> plans.history(facility, BACKUP))).hasSize(2);
    }

    @Test
    void letsTwoPeopleChangeDifferentPartsAndShowsBothVersionsOfTheSame() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        var paul = people.with(Role.DIRECTOR, facility.node()).actor();
        var rose = people.with(Role.IT_LEAD, facility.node()).actor();
        var day = LocalDate.of(2027, 2, 1);

        var owner =
                as(paul, () -> decisions.decide(facility, BACKUP, it -> it.withOwner("Paul"), 0, UUID.randomUUID()));
        var due = as(
                rose,
                () -> decisions.decide(facility, BACKUP, it -> it.withDue(Optional.of(day)), 0, UUID.randomUUID()));
        var again =
                as(rose, () -> decisions.decide(facility, BACKUP, it -> it.withOwner("Rose"), 0, UUID.randomUUID()));

        assertThat(List.of(owner, due)).allMatch(Outcome.Kept.class::isInstance);
        assertThat(again).isInstanceOfSatisfying(Outcome.Contested.class, it -> {
            assertThat(it.theirs().wish().owner()).isEqualTo("Paul");
            assertThat(it.yours().owner()).isEqualTo("Rose");
            assertThat(it.parts()).containsExactly(Wish.Part.OWNER);
        });
        assertThat(action(facility).wish().owner()).isEqualTo("Paul");
        assertThat(action(facility).wish().due()).contains(day);
    }

    @Test
    void takesTheLastChangeBack() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        decide(facility, it -> it.withOwner("Paul"), UUID.randomUUID(), 0);
        decide(facility, it -> it.withStatus(Status.DISMISSED, "trop tôt"), UUID.randomUUID(), 1);
        decide(facility, it -> it.withStatus(Status.PROPOSED, ""), UUID.randomUUID(), 2);

        Actors.asInstallation(() -> decisions.undo(facility, BACKUP, 3, UUID.randomUUID()));

        assertThat(action(facility).wish())
                .isEqualTo(new Wish(Status.DISMISSED, "trop tôt", "Paul", Optional.empty(), Optional.empty()));
    }

    @Test
    void saysWhatAMeasureWouldChange() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));

        var effects = Actors.asInstallation(() -> plans.effects(facility, plans.action(facility, BACKUP)));

        assertThat(effects).singleElement().satisfies(it -> {
            assertThat(it.lifts()).isNotEmpty();
            assertThat(it.after()).isGreaterThanOrEqualTo(it.before());
        });
    }

    @Test
    void fillsQuartersByTheDaysThereAre() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        var before = plan(facility).shares().size();

        Actors.asInstallation(() -> {
            decisions.capacity(facility, 40);
            return true;
        });

        assertThat(plan(facility).capacity()).isEqualTo(new Capacity(40, true));
        assertThat(plan(facility).shares().size()).isLessThan(before);
    }

    @Test
    void showsNothingToThoseWhoLookAfterAnotherHouse() {
        var facility = homes.answering(homes.home(), ESSENTIAL, said(0));
        decide(facility, Status.PLANNED);
        var stranger = people.with(Role.DIRECTOR, homes.home().node()).actor();

        assertThatThrownBy(() -> as(stranger, () -> plans.of(facility))).isInstanceOf(NoSuchFacility.class);
        assertThat(as(stranger, () -> plans.openCounts(List.of(facility)))).isEmpty();
    }

    private Plan plan(FacilityId facility) {
        return Actors.asInstallation(() -> plans.of(facility));
    }

    private Action action(FacilityId facility) {
        return plan(facility).find(BACKUP).orElseThrow();
    }

    private OpenCount count(FacilityId facility) {
        return Actors.asInstallation(() -> plans.openCounts(List.of(facility))).getOrDefault(facility, OpenCount.NONE);
    }

    private void decide(FacilityId facility, Status status) {
        var seen = plan(facility).find(BACKUP).map(Action::version).orElse(0);
        decide(facility, it -> it.withStatus(status, ""), UUID.randomUUID(), seen);
    }

    private Outcome decide(FacilityId facility, UnaryOperator<Wish> change, UUID key, int seen) {
        return Actors.asInstallation(() -> decisions.decide(facility, BACKUP, change, seen, key));
    }

    private void show(FacilityId facility, int days) {
        Actors.asInstallation(() -> evidence.record(NewEvidence.of(
                facility,
                DAYS_SINCE_BACKUP,
                BigDecimal.valueOf(days),
                Grade.MEASURED,
                clock.instant(),
                new Source(Source.Kind.COLLECTION, "essai"))));
    }

    private void inTransaction(Runnable work) {
        Actors.asInstallation(() -> {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
            return true;
        });
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.as(actor, work);
    }
}
