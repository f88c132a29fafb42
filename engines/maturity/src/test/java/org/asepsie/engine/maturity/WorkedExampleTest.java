package org.asepsie.engine.maturity;

import static org.asepsie.engine.maturity.Cases.assess;
import static org.asepsie.engine.maturity.Cases.dossier;
import static org.asepsie.engine.maturity.Cases.essential;
import static org.asepsie.engine.maturity.Cases.gate;
import static org.asepsie.engine.maturity.Cases.instrument;
import static org.asepsie.engine.maturity.Cases.refining;
import static org.asepsie.engine.maturity.Cases.said;
import static org.asepsie.engine.maturity.Cases.topic;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The example of the guide, figure by figure: thresholds 20, 45, 65, 85.
class WorkedExampleTest {
    private static final Instrument BACKUPS = instrument(
            essential("inventory", 2), gate("offline", 3, 2, 2), refining("second-site", 1), refining("journal", 1));

    /// e = (2·3 + 3·2)/(3·5) = 0.8; r = (1·0 + 1·3)/(3·2) = 0.5; 100·0.8·(0.6 + 0.4·0.5) = 64.
    /// 64 lies between 45 (level 2) and 65 (level 3): 2 + 19/20 = 2.95.
    @Test
    void scoresTheExampleOfTheGuide() {
        var answers = dossier("inventory", said(3), "offline", said(2), "second-site", said(0), "journal", said(3));

        var said = assess(BACKUPS, answers).overall().said();

        assertThat(said.index().points()).isEqualTo(64.0);
        assertThat(said.score().value()).isEqualTo(2.95);
        assertThat(said.level()).isEqualTo(2);
        assertThat(said.heldBack()).isFalse();
    }

    /// The same with an offline copy only begun: e = (6 + 3)/15 = 0.6, index 48, which would be 2.15; the gate says
    /// 1.9.
    @Test
    void aClosedGateHoldsTheScoreATenthBelowItsLevel() {
        var answers = dossier("inventory", said(3), "offline", said(1), "second-site", said(0), "journal", said(3));

        var maturity = assess(BACKUPS, answers);

        assertThat(maturity.overall().said().beforeGates().value()).isEqualTo(2.15);
        assertThat(maturity.overall().said().score().value()).isEqualTo(1.9);
        assertThat(maturity.findings().gates()).singleElement().satisfies(it -> {
            assertThat(it.item().topic()).isEqualTo(topic("offline"));
            assertThat(it.passedAsSaid()).isFalse();
        });
    }

    @Test
    void everythingEssentialAndNothingElseEarnsSixtyPoints() {
        var answers = dossier("inventory", said(3), "offline", said(3), "second-site", said(0), "journal", said(0));

        assertThat(assess(BACKUPS, answers).overall().said().index().points()).isEqualTo(60.0);
    }

    @Test
    void nothingEssentialEarnsNothingWhateverTheRest() {
        var answers = dossier("inventory", said(0), "offline", said(0), "second-site", said(3), "journal", said(3));

        assertThat(assess(BACKUPS, answers).overall().said().index().points()).isZero();
    }

    /// One item of weight 1 against one of weight 2, both of them "others": 100 · (1·a + 2·b)/9.
    @ParameterizedTest(name = "{0} and {1} make {2} points, score {3}")
    @CsvSource({"0,0,0,0", "3,0,33.333,1.533", "0,3,66.667,3.083", "3,3,100,4", "2,2,66.667,3.083"})
    void aThemeWithoutEssentialItemsIsAPlainMean(int a, int b, double index, double score) {
        var plain = instrument(refining("a", 1), refining("b", 2));

        var said = assess(plain, dossier("a", said(a), "b", said(b))).overall().said();

        assertThat(said.index().points()).isEqualTo(index);
        assertThat(said.score().value()).isEqualTo(score);
    }

    @Test
    void tellsWhatEachQuestionHoldsAndCouldBring() {
        var answers = dossier("inventory", said(3), "offline", said(2), "second-site", said(0), "journal", said(3));

        var offline = assess(BACKUPS, answers).on(topic("offline")).orElseThrow();

        assertThat(offline.held().points()).isEqualTo(32.0);
        assertThat(offline.toGain().points()).isEqualTo(16.0);
    }
}
