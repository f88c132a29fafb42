package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Orders measures into a first plan: again and again the one with the best worth for its effort, together with the
/// prerequisites it still lacks, marked afresh on what the steps before it will have made true.
///
/// - Worth: levels gained by the prudent score, gates included + its share of the lowest level that closed
///   gates hold   back, for each it opens (where several hold one level, none alone changes the score) + index
///   points gained / 25   (a level is about 25 points) + a quarter of the share of harm avoided on the threat
///   stages it acts on,   `1 − Π(1 − efficacy)`. Halved when all it would lift is unknown: it may be in place
///   already.
/// - Effort: middle of the days + middle of the euros at [#EUROS_PER_DAY], at least a quarter of a day.
///
/// No second step (a measure that lifts only what is begun) stands before a first step on an essential topic
/// that is still at nothing, unless it is a prerequisite of one. A measure that no longer lifts anything is
/// left out, so that variants do not repeat each other. What is unknown gives a [Step.FindOut] before the
/// measure that depends on it. Something missing always gives a step. Cost: O(measures² · items).
public final class Prioritiser {
    /// What an internal day is worth against money. Our own proposal, to compare measures, not to budget them.
    static final double EUROS_PER_DAY = 400;

    private static final double SMALLEST_EFFORT = 0.25;

    private final Assessor assessor;

    public Prioritiser(Assessor assessor) {
        this.assessor = assessor;
    }

    /// @param done measures known to be in place whatever the topics say
    public List<Step> rank(Dossier dossier, Instant asOf, Collection<Measure> candidates, Set<MeasureId> done) {
        return new Run(dossier, asOf, candidates, done).plan();
    }

    /// A measure with the prerequisites it lacks, in the order in which to do them, and what the whole brings.
    private record Bundle(Measure measure, List<Measure> steps, double worthPerEffort) {
        static final Comparator<Bundle> BEST_FIRST = Comparator.comparingDouble(Bundle::worthPerEffort)
                .reversed()
                .thenComparing(it -> !it.measure.quickWin())
                .thenComparing(it -> it.measure.id());
    }

    private final class Run {
        private final Formula formula = assessor.formula();
        private final List<Item> items = assessor.instrument().items();
        private final Reached reached;
        private final Turns turns;
        private final TreeMap<MeasureId, Measure> waiting = new TreeMap<>();
        private final Set<MeasureId> done;
        private final Set<TopicId> toFindOut = new HashSet<>();
        private final List<Known> known;
        private final List<Step> plan = new ArrayList<>();

        Run(Dossier dossier, Instant asOf, Collection<Measure> candidates, Set<MeasureId> done) {
            this.known = assessor.known(dossier, asOf);
            this.reached = new Reached(items, dossier, asOf);
            this.turns = new Turns(reached);
            this.done = done;
            candidates.forEach(it -> waiting.put(it.id(), it));
            for (var i = 0; i < items.size(); i++) {
                if (known.get(i)
                        .attained()
                        .filter(it -> !it.said().equals(it.possible()))
                        .isPresent()) {
                    toFindOut.add(items.get(i).topic());
                }
            }
        }

        List<Step> plan() {
            for (var next = best(); next.isPresent(); next = best()) {
                carryOut(next.get());
            }
            for (var i = 0; i < items.size(); i++) {
                var item = items.get(i);
                var value = reached.of(item.topic());
                if (toFindOut.contains(item.topic())) {
                    findOut(item.topic());
                } else if (value >= 0 && value < Attainment.FULL.value()) {
                    plan.add(new Step.Advance(item, new Attainment(value)));
                }
            }
            return List.copyOf(plan);
        }

        private Optional<Bundle> best() {
            var useful = waiting.values().stream().filter(turns::lifts).toList();
            var firstStepLeft = useful.stream().anyMatch(turns::essentialFirstStep);
            var line = reached.line();
            return useful.stream()
                    .map(it -> bundle(it, line))
                    .filter(it -> !firstStepLeft || turns.mayComeFirst(it.steps()))
                    .min(Bundle.BEST_FIRST);
        }

        private Bundle bundle(Measure measure, int[] line) {
            var steps = new ArrayList<Measure>();
            collect(measure, steps, new HashSet<>());
            var lineAfter = reached.after(steps, line);
            var now = formula.sum(line).overall();
            var after = formula.sum(lineAfter).overall();
            var worth = gained(now.score().thousandths(), after.score().thousandths())
                    + formula.shareOfLowestGatesOpened(line, lineAfter)
                    + gained(now.index().thousandths(), after.index().thousandths()) / 25
                    + harmAvoided(measure) / 4;
            var guess = measure.raises().stream().filter(turns::lifts).allMatch(it -> toFindOut.contains(it.topic()));
            var effort = steps.stream().mapToDouble(Run::effort).sum();
            return new Bundle(measure, steps, (guess ? worth / 2 : worth) / effort);
        }

        /// Prerequisites first, each once. One that is not on offer cannot be planned and does not block the
        /// others.
        private void collect(Measure measure, List<Measure> steps, Set<MeasureId> seen) {
            if (!seen.add(measure.id())) {
                return;
            }
            for (var id : measure.prerequisites()) {
                var prerequisite = waiting.get(id);
                if (prerequisite != null && !done.contains(id) && !reached.inPlace(prerequisite)) {
                    collect(prerequisite, steps, seen);
                }
            }
            steps.add(measure);
        }

        private void carryOut(Bundle bundle) {
            for (var measure : bundle.steps()) {
                measure.raises().stream().map(Measure.Raise::topic).forEach(this::findOut);
                var before = formula.sum(reached.line()).overall();
                var lifts = reached.lift(measure);
                var after = formula.sum(reached.line()).overall();
                var gain = new Step.Gain(
                        new Score(after.score().thousandths() - before.score().thousandths()),
                        new Index(after.index().thousandths() - before.index().thousandths()),
                        after.score());
                var preparesFor = Optional.of(bundle.measure().id()).filter(it -> !it.equals(measure.id()));
                plan.add(new Step.Do(measure, lifts, gain, preparesFor));
                waiting.remove(measure.id());
            }
        }

        private void findOut(TopicId topic) {
            if (toFindOut.remove(topic)) {
                for (var i = 0; i < items.size(); i++) {
                    if (items.get(i).topic().equals(topic)) {
                        plan.add(new Step.FindOut(
                                items.get(i), known.get(i).statement().isPresent()));
                    }
                }
            }
        }

        private static double gained(int before, int after) {
            return (after - before) / 1000.0;
        }

        private static double harmAvoided(Measure measure) {
            var left = 1.0;
            for (var act : measure.acts()) {
                left *= 1 - act.share().middle();
            }
            return 1 - left;
        }

        private static double effort(Measure measure) {
            var means = measure.means();
            return Math.max(
                    SMALLEST_EFFORT, means.days().middle() + means.euros().middle() / EUROS_PER_DAY);
        }
    }
}
