package org.asepsie.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Gate;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Item;
import org.asepsie.engine.maturity.Measure;
import org.asepsie.engine.maturity.Measure.Means;
import org.asepsie.engine.maturity.Measure.Raise;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.Theme;
import org.asepsie.engine.maturity.ThemeId;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallestPlanTest {
    private static final Instant TODAY = Instant.parse("2026-11-21T08:00:00Z");
    private static final int TOPICS = 10;

    private record Case(Outlook outlook, List<Measure> measures) {
        static Case of(long seed) {
            var random = new SplittableRandom(seed);
            var items = new ArrayList<Item>();
            var dossier = Dossier.EMPTY;
            for (var i = 0; i < TOPICS; i++) {
                var essential = random.nextBoolean();
                var gate = essential && random.nextInt(3) == 0
                        ? Optional.of(new Gate(1 + random.nextInt(2), new Attainment(1 + random.nextInt(3))))
                        : Optional.<Gate>empty();
                items.add(new Item(
                        new QuestionId("q" + i),
                        topic(i),
                        new ThemeId("t" + i % 3),
                        1 + random.nextInt(5),
                        essential,
                        gate,
                        List.of()));
                dossier = dossier.with(topic(i), new Statement.Said(new Attainment(random.nextInt(3))));
            }
            var themes = List.of(theme("t0", 1), theme("t1", 3), theme("t2", 2));
            var instrument = new Instrument(new Instrument.Id("trial", "1"), List.of(20, 45, 65, 85), themes, items);
            var measures = new ArrayList<Measure>();
            for (var i = 0; i < TOPICS; i++) {
                var days = random.nextInt(1, 20) / 2.0;
                measures.add(new Measure(
                        new MeasureId("m" + i),
                        List.of(new Raise(topic(i), new Attainment(1 + random.nextInt(3)))),
                        new Means(new Range(days, days), new Range(0, 0)),
                        i > 0 && random.nextInt(3) == 0 ? Set.of(new MeasureId("m" + random.nextInt(i))) : Set.of(),
                        false,
                        List.of()));
            }
            return new Case(new Outlook(Assessor.of(instrument), dossier, TODAY), measures);
        }

        private static Theme theme(String id, int weight) {
            return new Theme(new ThemeId(id), weight);
        }

        private static TopicId topic(int i) {
            return new TopicId("topic-" + i);
        }

        /// The least days of all sets of measures, or empty when none reaches the aim.
        Optional<Double> leastDays(Aim aim) {
            var open = measures.stream().filter(outlook::lacks).toList();
            var ids = open.stream().map(Measure::id).toList();
            Optional<Double> least = Optional.empty();
            for (var set = 0; set < 1 << open.size(); set++) {
                var chosen = new ArrayList<Measure>();
                for (var i = 0; i < open.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        chosen.add(open.get(i));
                    }
                }
                var have = chosen.stream().map(Measure::id).toList();
                var ordered = chosen.stream()
                        .flatMap(it -> it.prerequisites().stream())
                        .allMatch(it -> !ids.contains(it) || have.contains(it));
                var reached = switch (aim) {
                    case Aim.Level(var level) -> outlook.after(chosen).level() >= level;
                    case Aim.MustHaves() -> outlook.closedGates(chosen).isEmpty();
                };
                var days = chosen.stream()
                        .mapToDouble(it -> it.means().days().middle())
                        .sum();
                if (ordered && reached && least.filter(it -> it <= days).isEmpty()) {
                    least = Optional.of(days);
                }
            }
            return least;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void bruteForceOverAllSetsAgrees(long seed) {
        var it = Case.of(seed);
        for (var aim : List.of(new Aim.Level(1), new Aim.Level(2), new Aim.Level(3), new Aim.MustHaves())) {
            var truth = it.leastDays(aim);

            switch (new SmallestPlan(it.outlook(), it.measures()).reach(aim)) {
                case Smallest.Reached found -> {
                    assertThat(truth).as("%s", aim).contains(found.days());
                    assertThat(found.proven()).isTrue();
                }
                case Smallest.OutOfReach _ -> assertThat(truth).as("%s", aim).isEmpty();
                case Smallest.Unknown() -> throw new AssertionError("the solver is not here");
            }
        }
    }

    @Test
    void whatIsReachedAlreadyTakesNothing() {
        var it = Case.of(1);
        var all = it.measures().stream()
                .flatMap(measure -> measure.raises().stream())
                .map(Raise::topic)
                .distinct()
                .toList();
        var full = new Dossier(Map.of(), List.of());
        for (var topic : all) {
            full = full.with(topic, new Statement.Said(Attainment.FULL));
        }
        var outlook = new Outlook(Assessor.of(it.outlook().instrument()), full, TODAY);

        assertThat(new SmallestPlan(outlook, it.measures()).reach(new Aim.MustHaves()))
                .isEqualTo(new Smallest.Reached(List.of(), 0, 0, true));
    }
}
