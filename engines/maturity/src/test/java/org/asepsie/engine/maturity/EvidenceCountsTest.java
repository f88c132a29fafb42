package org.asepsie.engine.maturity;

import static org.asepsie.engine.maturity.Cases.assess;
import static org.asepsie.engine.maturity.Cases.dossier;
import static org.asepsie.engine.maturity.Cases.gate;
import static org.asepsie.engine.maturity.Cases.instrument;
import static org.asepsie.engine.maturity.Cases.notApplicable;
import static org.asepsie.engine.maturity.Cases.proof;
import static org.asepsie.engine.maturity.Cases.refining;
import static org.asepsie.engine.maturity.Cases.said;
import static org.asepsie.engine.maturity.Cases.topic;
import static org.asepsie.engine.maturity.Cases.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvidenceCountsTest {
    private static final Instrument ONE = instrument(refining("backup", 1));

    @Test
    void whatIsOnlySaidIsNotProven() {
        assertThat(marks(dossier("backup", said(3)))).isEqualTo("0 3 3");
    }

    @Test
    void aDocumentProvesWhatWasSaidAndNoMore() {
        assertThat(marks(dossier("backup", said(2)).with(proof("backup", Grade.DOCUMENTED, 3))))
                .isEqualTo("2 2 2");
        assertThat(marks(dossier("backup", said(2)).with(proof("backup", Grade.DOCUMENTED, 1))))
                .isEqualTo("1 2 2");
    }

    @Test
    void aDocumentDoesNotAnswerInSomebodysPlace() {
        assertThat(marks(dossier("backup", unknown()).with(proof("backup", Grade.DOCUMENTED, 3))))
                .isEqualTo("0 0 3");
    }

    @Test
    void aMeasurementSettlesTheMatterUpwardsAndDownwards() {
        assertThat(marks(dossier("backup", said(1)).with(proof("backup", Grade.MEASURED, 3))))
                .isEqualTo("3 3 3");
        assertThat(marks(dossier("backup", said(3)).with(proof("backup", Grade.OBSERVED, 1))))
                .isEqualTo("1 1 1");
        assertThat(marks(Dossier.EMPTY.with(proof("backup", Grade.MEASURED, 2))))
                .isEqualTo("2 2 2");
    }

    @Test
    void keepsBothSidesOfAContradiction() {
        var measured = proof("backup", Grade.MEASURED, 0);

        var maturity = assess(ONE, dossier("backup", said(3)).with(measured));

        assertThat(maturity.findings().contradictions()).singleElement().satisfies(it -> {
            assertThat(it.statement()).isEqualTo(said(3));
            assertThat(it.proof()).isEqualTo(measured);
        });
        assertThat(maturity.overall().declared().low()).isEqualTo(Score.FULL);
        assertThat(maturity.overall().said().score()).isEqualTo(Score.NONE);
    }

    @Test
    void whatWasSeenToExistCannotBeNotApplicable() {
        var maturity = assess(ONE, dossier("backup", notApplicable()).with(proof("backup", Grade.OBSERVED, 1)));

        assertThat(maturity.on(topic("backup")).orElseThrow().applicable()).isTrue();
        assertThat(maturity.findings().contradictions()).hasSize(1);
        assertThat(maturity.findings().removed()).isEmpty();
    }

    @Test
    void expiredEvidenceIsReportedAndNoLongerBelieved() {
        var old = proof("backup", "age", Grade.MEASURED, 3, Duration.ofDays(400), Duration.ZERO);

        var maturity = assess(ONE, dossier("backup", said(2)).with(old));

        assertThat(marks(dossier("backup", said(2)).with(old))).isEqualTo("0 2 2");
        assertThat(maturity.findings().expired()).containsExactly(old);
    }

    @Test
    void evidenceGatheredLaterDoesNotChangeAnOldResult() {
        var tomorrow = proof("backup", "age", Grade.MEASURED, 0, Duration.ofDays(-1), Duration.ofDays(90));

        assertThat(marks(dossier("backup", said(2)).with(tomorrow))).isEqualTo("0 2 2");
    }

    @Test
    void theSurestEvidenceCountsAndOfItTheNewest() {
        var dossier = dossier("backup", said(3))
                .with(proof("backup", "age", Grade.MEASURED, 3, Duration.ofDays(20), Duration.ofDays(9)))
                .with(proof("backup", "age", Grade.MEASURED, 1, Duration.ofDays(2), Duration.ofDays(9)))
                .with(proof("backup", "visit", Grade.OBSERVED, 3, Duration.ofDays(1), Duration.ofDays(9)));

        assertThat(marks(dossier)).isEqualTo("1 1 1");
    }

    @Test
    void ofSeveralIndicatorsTheLowestCounts() {
        var dossier = Dossier.EMPTY
                .with(proof("backup", "age", Grade.MEASURED, 3, Duration.ofDays(2), Duration.ofDays(9)))
                .with(proof("backup", "restore", Grade.MEASURED, 1, Duration.ofDays(5), Duration.ofDays(9)));

        assertThat(marks(dossier)).isEqualTo("1 1 1");
    }

    @Test
    void aDeclaredFigureAnswersOnlyWhereNobodyDid() {
        assertThat(marks(dossier("backup", unknown()).with(proof("backup", Grade.DECLARED, 2))))
                .isEqualTo("0 2 2");
        assertThat(marks(dossier("backup", said(1)).with(proof("backup", Grade.DECLARED, 2))))
                .isEqualTo("0 1 1");
    }

    @Test
    void showsALevelThatIsDeclaredButNotProven() {
        var gated = instrument(gate("offline", 1, 3, 2));

        var standing = assess(gated, dossier("offline", said(3)).with(proof("offline", Grade.DOCUMENTED, 1)))
                .overall();

        assertThat(standing.said().level()).isEqualTo(4);
        assertThat(standing.proven().level()).isEqualTo(1);
    }

    @Test
    void notApplicableNeedsAFact() {
        assertThatThrownBy(() -> new Statement.NotApplicable(" ")).hasMessageContaining("I do not know");
    }

    @Test
    void nobodyDeclaresThemselvesOutOfAWholeFramework() {
        var standing = assess(ONE, dossier("backup", notApplicable())).overall();

        assertThat(standing.interval()).isEqualTo(new Standing.Interval(Score.NONE, Score.FULL));
    }

    /// Proven, said and possible attainment of the one topic.
    private static String marks(Dossier dossier) {
        var attained = assess(ONE, dossier)
                .contributions()
                .getFirst()
                .known()
                .attained()
                .orElseThrow();
        return "%d %d %d"
                .formatted(
                        attained.proven().value(),
                        attained.said().value(),
                        attained.possible().value());
    }
}
