package org.asepsie.app.assessment;

import static org.asepsie.app.assessment.Homes.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.facility.Facilities;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.CatalogueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// What answers and evidence are worth, on screen, in portfolios and on an auditor's laptop.
@ApplicationTest
@Import(Homes.class)
class ResultsTest {
    private static final String FRAMEWORK = "hygiene-42";

    @Autowired
    Homes homes;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    Results results;

    @Autowired
    Recomputation recomputation;

    @Autowired
    EvidenceHub evidence;

    @Autowired
    Facilities facilities;

    @Autowired
    TestClock clock;

    /// An auditor without a server asks the same engine with the same bundled knowledge.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void agreesWithWhoeverComputesFromTheFilesAlone(long seed) {
        var home = homes.home();
        var random = new Random(seed);
        var framework = CatalogueReader.bundled().framework(FRAMEWORK).orElseThrow();
        Map<TopicId, Statement> statements = new HashMap<>();
        for (var question : framework.questions()) {
            if (random.nextInt(3) > 0) {
                var option =
                        question.options().get(random.nextInt(question.options().size()));
                var statement =
                        random.nextInt(5) == 0 ? new Statement.Unknown() : new Statement.Said(option.attainment());
                statements.put(question.topic(), statement);
                Actors.as(
                        home.actor(),
                        () -> diagnosis.give(
                                home.id(), homes.given(home, question.id().value(), statement)));
            }
        }

        var onScreen = result(home);

        var onALaptop = Assessor.of(framework.instrument(java.util.Optional.empty()))
                .assess(new Dossier(statements, List.of()), clock.instant());
        assertThat(onScreen).isEqualTo(onALaptop);
    }

    @Test
    void knowsWhatStoodAtAnEarlierMoment() {
        var home = homes.home();
        homes.answer(home, "hygiene.06", 3);
        var then = clock.instant();
        clock.advance(Duration.ofDays(30));
        homes.answer(home, "hygiene.06", 0);

        var before = Actors.as(home.actor(), () -> results.of(home.id(), FRAMEWORK, then));

        assertThat(before.on(new TopicId("hab.joiner-leaver"))
                        .orElseThrow()
                        .known()
                        .statement())
                .contains(said(3));
    }

    @Test
    void theLatestStandingIsThatOfTheResultAfterEachAnswer() {
        var home = homes.home();

        for (var attainment : List.of(0, 3, 1)) {
            homes.answer(home, "hygiene.06", attainment);

            assertThat(latest(home).standing()).isEqualTo(result(home).overall());
            assertThat(latest(home).completeness()).isEqualTo(result(home).completeness());
        }
    }

    @Test
    void aMeasurementMovesTheLatestStandingAtOnceAndContradictsTheAnswer() {
        var home = homes.home();
        homes.answer(home, "hygiene.06", 3);
        var said = latest(home).standing();

        Actors.as(
                home.actor(),
                () -> evidence.record(NewEvidence.of(
                        home.id(),
                        new IndicatorId("entitlement.leavers-still-active"),
                        BigDecimal.valueOf(40),
                        Grade.MEASURED,
                        clock.instant(),
                        new Source(Source.Kind.COLLECTION, "run 1"))));

        assertThat(latest(home).standing()).isEqualTo(result(home).overall()).isNotEqualTo(said);
        assertThat(result(home).findings().contradictions()).isNotEmpty();
    }

    @Test
    void theWalkOverEverythingFindsTheSame() {
        var home = homes.home();
        homes.answer(home, "hygiene.06", 2);
        clock.advance(Duration.ofDays(1));

        var walked = recomputation.everywhere();

        assertThat(walked.facilities()).isPositive();
        assertThat(latest(home).asOf()).isEqualTo(clock.instant());
        assertThat(latest(home).standing()).isEqualTo(result(home).overall());
    }

    @Test
    void aGroupCountsAnEstablishmentThatNeverAnsweredAsUnknown() {
        var home = homes.home();
        var silent = homes.homeIn(home.region());
        homes.answer(home, "hygiene.06", 3);

        var rollup = Actors.asInstallation(
                () -> results.rollup(List.of(facilities.get(home.id()), facilities.get(silent.id())), FRAMEWORK));

        assertThat(rollup.coverage()).isEqualTo(0.5);
        assertThat(rollup.possible().thousandths()).isGreaterThan(rollup.said().thousandths());
    }

    private Maturity result(Homes.Home home) {
        return Actors.as(home.actor(), () -> results.of(home.id(), FRAMEWORK, clock.instant()));
    }

    private Latest latest(Homes.Home home) {
        return Actors.as(
                home.actor(),
                () -> java.util.Objects.requireNonNull(
                        results.latestOf(List.of(home.id()), FRAMEWORK).get(home.id())));
    }
}
