package org.asepsie.engine.maturity;

import static org.asepsie.engine.maturity.Cases.TODAY;
import static org.asepsie.engine.maturity.Cases.assess;
import static org.asepsie.engine.maturity.Cases.dossier;
import static org.asepsie.engine.maturity.Cases.essential;
import static org.asepsie.engine.maturity.Cases.gate;
import static org.asepsie.engine.maturity.Cases.instrument;
import static org.asepsie.engine.maturity.Cases.item;
import static org.asepsie.engine.maturity.Cases.measure;
import static org.asepsie.engine.maturity.Cases.notApplicable;
import static org.asepsie.engine.maturity.Cases.refining;
import static org.asepsie.engine.maturity.Cases.said;
import static org.asepsie.engine.maturity.Cases.topic;
import static org.asepsie.engine.maturity.Cases.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What goes wrong in the scoring of public tools, as read in their published sources, and does not go wrong here.
class FailuresOfKnownToolsTest {
    private static final Instrument HOME = instrument(
            item("backup", "backups", 3, true, Optional.of(new Gate(1, Attainment.FULL))),
            item("restore", "backups", 2, false, Optional.empty()),
            item("accounts", "accounts", 3, true, Optional.empty()),
            item("reviews", "accounts", 1, false, Optional.empty()));

    private static final List<Measure> MEASURES = List.of(
            measure("unplug-copy", 1, "backup", 3),
            measure("try-restore", 1, "restore", 3),
            measure("name-accounts", 1, "accounts", 3),
            measure("review-accounts", 1, "reviews", 3));

    private static List<Step> plan(Instrument instrument, Dossier dossier, List<Measure> measures) {
        return new Prioritiser(Assessor.of(instrument)).rank(dossier, TODAY, measures, Set.of());
    }

    private static List<String> actions(List<Step> plan) {
        return plan.stream()
                .filter(Step.Do.class::isInstance)
                .map(it -> ((Step.Do) it).measure().id().value())
                .toList();
    }

    @Test
    void monAideCyber1_dontKnowEverywhereStillGivesAScoreAndAPlan() {
        var ignorant = dossier("backup", unknown(), "restore", unknown(), "accounts", unknown(), "reviews", unknown());

        assertThat(assess(HOME, ignorant).overall().interval())
                .isEqualTo(new Standing.Interval(Score.NONE, Score.FULL));
        assertThat(plan(HOME, ignorant, MEASURES)).hasSize(8).first().isInstanceOf(Step.FindOut.class);
    }

    @Test
    void monAideCyber2_alternatingDontKnowAndBestAnswersIsNotExcellence() {
        var alternating = dossier("backup", said(3), "restore", unknown(), "accounts", unknown(), "reviews", said(3));

        var maturity = assess(HOME, alternating);

        assertThat(maturity.overall().said().score()).isLessThan(Score.FULL);
        assertThat(maturity.themes())
                .allSatisfy(it ->
                        assertThat(it.standing().orElseThrow().said().level()).isLessThan(3));
        assertThat(maturity.overall().possible().score()).isEqualTo(Score.FULL);
    }

    @Test
    void monAideCyber3_aVitalMeasureIsNotShutOutByAFixedRankNorPrecededByARefinement() {
        var items = new ArrayList<Item>();
        var measures = new ArrayList<Measure>();
        var answers = Dossier.EMPTY;
        for (var i = 0; i < 9; i++) {
            items.add(refining("habit" + i, 1));
            measures.add(measure("a-habit" + i, 1, "habit" + i, 3));
            answers = answers.with(topic("habit" + i), said(i % 3));
        }
        items.add(gate("offline", 3, 1, 2));
        measures.add(measure("z-unplug-copy", 1, "offline", 3));
        answers = answers.with(topic("offline"), said(0));

        var plan = actions(plan(instrument(items.toArray(Item[]::new)), answers, measures));

        assertThat(plan).startsWith("z-unplug-copy");
    }

    @Test
    void monAideCyber4_twoVariantsOfOneMeasureDoNotTakeTwoPlaces() {
        var variants = List.of(
                measure("segment-offices", 2, "restore", 3),
                measure("segment-machines", 3, "restore", 3),
                measure("unplug-copy", 1, "backup", 3));
        var answers = dossier("backup", said(0), "restore", said(0), "accounts", said(3), "reviews", said(3));

        assertThat(actions(plan(HOME, answers, variants))).containsExactly("unplug-copy", "segment-offices");
    }

    @Test
    void monAideCyber5_nothingIsPresetNotApplicableAndWhatIsDeclaredSoIsShown() {
        assertThat(assess(HOME, Dossier.EMPTY).findings().removed()).isEmpty();
        assertThatThrownBy(() -> new Statement.NotApplicable("")).hasMessageContaining("the fact that makes it so");

        var declared = assess(HOME, dossier("restore", notApplicable()));

        assertThat(declared.findings().removed())
                .singleElement()
                .satisfies(it -> assertThat(it.fact()).isEqualTo("none-here"));
        assertThat(declared.completeness().notApplicable()).isEqualTo(2);
    }

    @Test
    void monAideCyber6_equalMeasuresAlwaysComeInTheSameOrder() {
        var items = IntStream.range(0, 6).mapToObj(i -> refining("t" + i, 1)).toArray(Item[]::new);
        var measures = new ArrayList<>(IntStream.range(0, 6)
                .mapToObj(i -> measure("m" + i, 1, "t" + i, 3))
                .toList());
        var answers = dossier("t0", said(0), "t1", said(0), "t2", said(0), "t3", said(0), "t4", said(0), "t5", said(0));
        var first = actions(plan(instrument(items), answers, measures));

        Collections.reverse(measures);

        assertThat(actions(plan(instrument(items), answers, measures))).isEqualTo(first);
        assertThat(first).containsExactly("m0", "m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void monServiceSecurise_unsetIsNotTakenForAbsentAsACertainty() {
        var standing = assess(HOME, Dossier.EMPTY).overall();

        assertThat(standing.said().score()).isEqualTo(Score.NONE);
        assertThat(standing.possible().score()).isEqualTo(Score.FULL);
        assertThat(assess(HOME, Dossier.EMPTY).completeness().answered()).isZero();
    }

    @Test
    void monServiceSecurise_droppingWhatWeDoNotDoEarnsNothing() {
        var honest = dossier("backup", said(0), "restore", said(0), "accounts", said(3), "reviews", said(3));
        var silent = dossier("accounts", said(3), "reviews", said(3));

        assertThat(assess(HOME, silent).overall().said().score())
                .isEqualTo(assess(HOME, honest).overall().said().score());
        assertThatThrownBy(() -> new Statement.NotApplicable(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void monServiceSecurise_aGroupOfMeasuresGivesCreditBeforeItsLastOne() {
        var twelve = IntStream.range(0, 12).mapToObj(i -> essential("t" + i, 1)).toArray(Item[]::new);
        var eleven = Dossier.EMPTY;
        for (var i = 0; i < 11; i++) {
            eleven = eleven.with(topic("t" + i), said(3));
        }

        assertThat(assess(instrument(twelve), eleven).overall().said().index().points())
                .isEqualTo(91.667);
    }

    @Test
    void cisoAssistant_notApplicableIsNeitherFullMarksNorHidden() {
        var poor = dossier("backup", said(1), "restore", notApplicable(), "accounts", said(1), "reviews", said(1));

        var maturity = assess(HOME, poor);

        assertThat(maturity.themes()
                        .getFirst()
                        .standing()
                        .orElseThrow()
                        .said()
                        .index()
                        .points())
                .as("the mean of what applies, not lifted by what does not")
                .isEqualTo(33.333);
        assertThat(maturity.findings().removed()).hasSize(1);
    }

    @Test
    void cisoAssistant_whatIsNotAssessedStaysInTheBase() {
        var one = assess(HOME, dossier("backup", said(3), "restore", said(3)));

        assertThat(one.overall().said().index().points()).isEqualTo(50.0);
        assertThat(one.overall().said().level()).isLessThan(4);
        assertThat(one.overall().possible().score()).isEqualTo(Score.FULL);
    }

    @Test
    void cisoAssistant_theAnswerDecidesWhichMeasuresAreProposed() {
        var answers = dossier("backup", said(3), "restore", said(3), "accounts", said(0), "reviews", said(3));

        assertThat(actions(plan(HOME, answers, MEASURES))).containsExactly("name-accounts");
    }

    @Test
    void cisoAssistant_aMeasureWithoutLinkToAThreatIsStillRanked() {
        assertThat(MEASURES).allSatisfy(it -> assertThat(it.acts()).isEmpty());
        assertThat(actions(plan(HOME, dossier("backup", said(0)), MEASURES))).hasSize(4);
    }

    @Test
    void cset_unansweredIsAskedForAndNotReportedAsAKnownGap() {
        var plan = plan(HOME, dossier("backup", said(0)), MEASURES);

        assertThat(plan)
                .filteredOn(Step.FindOut.class::isInstance)
                .extracting(it -> ((Step.FindOut) it).item().topic().value())
                .containsExactlyInAnyOrder("restore", "accounts", "reviews");
    }

    @Test
    void cset_theRankFollowsWhatEachStepChangesHereAndTiesAreDecided() {
        var answers = dossier("backup", said(3), "restore", said(0), "accounts", said(0), "reviews", said(0));

        assertThat(actions(plan(HOME, answers, MEASURES)))
                .as("the last two bring the same, so their names decide")
                .containsExactly("name-accounts", "review-accounts", "try-restore");
    }
}
