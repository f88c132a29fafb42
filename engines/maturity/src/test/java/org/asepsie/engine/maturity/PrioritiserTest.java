package org.asepsie.engine.maturity;

import static org.asepsie.engine.maturity.Cases.TODAY;
import static org.asepsie.engine.maturity.Cases.attainment;
import static org.asepsie.engine.maturity.Cases.dossier;
import static org.asepsie.engine.maturity.Cases.essential;
import static org.asepsie.engine.maturity.Cases.gate;
import static org.asepsie.engine.maturity.Cases.instrument;
import static org.asepsie.engine.maturity.Cases.measure;
import static org.asepsie.engine.maturity.Cases.randomDossier;
import static org.asepsie.engine.maturity.Cases.randomInstrument;
import static org.asepsie.engine.maturity.Cases.randomMeasures;
import static org.asepsie.engine.maturity.Cases.refining;
import static org.asepsie.engine.maturity.Cases.said;
import static org.asepsie.engine.maturity.Cases.topic;
import static org.asepsie.engine.maturity.Cases.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrioritiserTest {
    private static final Instrument HOME =
            instrument(gate("offline", 3, 1, 2), essential("updates", 2), refining("charter", 1));

    @Test
    void putsWhatLiftsAGateBeforeWhatOnlyAddsPoints() {
        var plan = plan(
                dossier("offline", said(0), "updates", said(0), "charter", said(0)),
                measure("write-charter", 1, "charter", 3),
                measure("update", 1, "updates", 3),
                measure("unplug-copy", 1, "offline", 3));

        assertThat(names(plan)).startsWith("unplug-copy");
    }

    /// Each of two closed gates alone changes no score, and yet both must be opened before the level is reached.
    @Test
    void opensSeveralClosedGatesBeforeGatheringAsManyPointsElsewhere() {
        var two = instrument(gate("offline", 1, 1, 3), gate("contacts", 1, 1, 3), essential("updates", 1));
        var answers = dossier("offline", said(0), "contacts", said(0), "updates", said(0));
        var measures = List.of(
                measure("a-update", 1, "updates", 3),
                measure("unplug-copy", 1, "offline", 3),
                measure("print-contacts", 1, "contacts", 3));

        var plan = new Prioritiser(Assessor.of(two)).rank(answers, TODAY, measures, Set.of());

        assertThat(names(plan)).containsExactly("print-contacts", "unplug-copy", "a-update");
    }

    @Test
    void prefersTheSameEffectForLessEffort() {
        var plan = plan(
                dossier("offline", said(0), "updates", said(3), "charter", said(3)),
                measure("costly", 20, "offline", 3),
                measure("simple", 1, "offline", 3));

        assertThat(names(plan)).containsExactly("simple");
    }

    @Test
    void doesWhatIsNeededFirstAndSaysWhatItPrepares() {
        var plan = plan(
                dossier("offline", said(0), "updates", said(3), "charter", said(2)),
                measure("unplug-copy", 1, "offline", 3, "list-data"),
                measure("list-data", 1, "charter", 3));

        assertThat(names(plan)).containsExactly("list-data", "unplug-copy");
        assertThat(((Step.Do) plan.getFirst()).preparesFor()).contains(new MeasureId("unplug-copy"));
    }

    @Test
    void skipsAPrerequisiteThatIsAlreadyInPlace() {
        var answers = dossier("offline", said(0), "updates", said(3), "charter", said(3), "elsewhere", said(3));

        var plan = plan(
                answers, measure("unplug-copy", 1, "offline", 3, "list-data"), measure("list-data", 1, "elsewhere", 3));

        assertThat(names(plan)).containsExactly("unplug-copy");
    }

    @Test
    void sendsSomebodyToLookBeforeSpendingOnTheUnknown() {
        var plan = plan(
                dossier("offline", unknown(), "updates", said(3), "charter", said(3)),
                measure("unplug-copy", 1, "offline", 3));

        assertThat(plan.getFirst()).isInstanceOfSatisfying(Step.FindOut.class, it -> {
            assertThat(it.item().topic()).isEqualTo(topic("offline"));
            assertThat(it.asked()).isTrue();
        });
        assertThat(names(plan)).containsExactly("?offline", "unplug-copy");
    }

    @Test
    void aimsAtTheNextOptionWhenNoMeasureIsOnOffer() {
        var plan = plan(dossier("offline", said(3), "updates", said(1), "charter", said(3)));

        assertThat(plan).containsExactly(new Step.Advance(HOME.items().get(1), attainment(1)));
    }

    @Test
    void hasNothingToSayWhenNothingIsMissing() {
        var answers = dossier("offline", said(3), "updates", said(3), "charter", said(3));

        assertThat(plan(answers, measure("unplug-copy", 1, "offline", 3))).isEmpty();
    }

    @Property(tries = 5_000)
    void keepsItsPromises(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 10);
        var dossier = randomDossier(random, instrument);
        var measures = randomMeasures(random, instrument);
        var assessor = Assessor.of(instrument);

        var plan = new Prioritiser(assessor).rank(dossier, TODAY, measures, Set.of());
        Collections.shuffle(measures, random);
        var again = new Prioritiser(assessor).rank(dossier, TODAY, measures, Set.of());

        assertThat(again).as("the order of the catalogue does not matter").isEqualTo(plan);
        assertThat(names(plan)).as("nothing twice").doesNotHaveDuplicates();
        var falls = assessor.assess(dossier, TODAY).contributions().stream()
                .flatMap(it -> it.known().attained().stream())
                .anyMatch(it -> it.said().value() < 3);
        assertThat(plan.isEmpty()).as("never empty when something is missing").isEqualTo(!falls);
        walk(instrument, assessor.assess(dossier, TODAY), measures, plan);
    }

    /// Follows the plan as an establishment would, checking each step where it stands.
    private static void walk(Instrument instrument, Maturity maturity, List<Measure> measures, List<Step> plan) {
        Map<TopicId, Integer> values = new HashMap<>();
        maturity.contributions()
                .forEach(it -> it.known()
                        .attained()
                        .ifPresent(attained ->
                                values.put(it.item().topic(), attained.said().value())));
        var done = new HashSet<MeasureId>();
        var prepared = Score.NONE;
        for (var step : plan) {
            if (step instanceof Step.Do(var measure, var raised, var gain, var preparesFor)) {
                assertThat(raised)
                        .allSatisfy(it -> assertThat(it.from().value()).isEqualTo(values.get(it.topic())));
                for (var before : measures) {
                    if (measure.prerequisites().contains(before.id()) && !done.contains(before.id())) {
                        assertThat(lifts(before, values))
                                .as("%s before %s", before.id(), measure.id())
                                .isFalse();
                    }
                }
                var second = raised.stream().noneMatch(it -> it.from().value() == 0);
                if (second && preparesFor.isEmpty()) {
                    assertThat(measures)
                            .as("no second step before an untouched essential first step")
                            .noneMatch(it -> essentialFirstStep(it, instrument, values));
                }
                assertThat(gain.scoreAfter()).isGreaterThanOrEqualTo(prepared);
                prepared = gain.scoreAfter();
                raised.forEach(it -> values.put(it.topic(), it.to().value()));
                done.add(measure.id());
            }
        }
        assertThat(measures).as("no useful measure is forgotten").noneMatch(it -> lifts(it, values));
    }

    private static boolean lifts(Measure measure, Map<TopicId, Integer> values) {
        return measure.raises().stream()
                .anyMatch(it -> values.getOrDefault(it.topic(), 3) < it.to().value());
    }

    private static boolean essentialFirstStep(Measure measure, Instrument instrument, Map<TopicId, Integer> values) {
        return measure.raises().stream()
                .anyMatch(raise -> values.getOrDefault(raise.topic(), 3) == 0
                        && instrument.items().stream()
                                .anyMatch(it -> it.topic().equals(raise.topic()) && it.essential()));
    }

    private static List<Step> plan(Dossier dossier, Measure... measures) {
        return new Prioritiser(Assessor.of(HOME)).rank(dossier, TODAY, List.of(measures), Set.of());
    }

    private static List<String> names(List<Step> plan) {
        var names = new ArrayList<String>();
        for (var step : plan) {
            names.add(
                    switch (step) {
                        case Step.Do act -> act.measure().id().value();
                        case Step.FindOut find -> "?" + find.item().topic();
                        case Step.Advance aim -> "+" + aim.item().topic();
                    });
        }
        return names;
    }
}
