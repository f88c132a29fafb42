package org.asepsie.engine.plan;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Timefold's local search on the exact harm: one quarter, or none, for each task; broken rules are hard, harm is soft.
final class Timefold implements PeerSolver {
    /// Soft points in one weighed hour of care.
    private static final double HARM = 1e6;

    @Override
    public String name() {
        return "Timefold, its default phases";
    }

    @Override
    public Answer solve(Work work, Duration patience) {
        var config = new SolverConfig()
                .withSolutionClass(Calendar.class)
                .withEntityClasses(Turn.class)
                .withEasyScoreCalculatorClass(Judge.class)
                .withTerminationConfig(new TerminationConfig().withMillisecondsSpentLimit(patience.toMillis()));
        var solved = SolverFactory.<Calendar>create(config).buildSolver().solve(new Calendar(work));
        var finish = solved.finish();
        return new Answer(Judge.broken(work, finish) == 0 ? finish : work.nothing(), OptionalDouble.empty());
    }

    /// When one task finishes.
    @PlanningEntity
    public static final class Turn {
        int task;

        @PlanningVariable(valueRangeProviderRefs = "quarters", allowsUnassigned = true)
        public @Nullable Integer quarter;

        public Turn() {}

        Turn(int task) {
            this.task = task;
        }
    }

    /// All of them.
    @PlanningSolution
    public static final class Calendar {
        @Nullable
        Work work;

        @ValueRangeProvider(id = "quarters")
        public List<Integer> quarters = List.of();

        @PlanningEntityCollectionProperty
        public List<Turn> turns = List.of();

        @PlanningScore
        public @Nullable HardSoftScore score;

        public Calendar() {}

        Calendar(Work work) {
            this.work = work;
            quarters = IntStream.range(0, work.instance.quarters).boxed().toList();
            turns = IntStream.range(0, work.instance.size()).mapToObj(Turn::new).toList();
        }

        int[] finish() {
            var finish = new int[turns.size()];
            turns.forEach(it -> finish[it.task] = it.quarter == null ? Decoder.NEVER : it.quarter);
            return finish;
        }
    }

    /// Counts what is broken and weighs the harm.
    public static final class Judge implements EasyScoreCalculator<Calendar, HardSoftScore> {
        @Override
        public HardSoftScore calculateScore(Calendar calendar) {
            var work = java.util.Objects.requireNonNull(calendar.work);
            var finish = calendar.finish();
            return HardSoftScore.of(-broken(work, finish), -Math.round(HARM * work.value.weighed(finish)));
        }

        /// How many rules are broken, days and money by how much.
        static long broken(Work work, int[] finish) {
            var instance = work.instance;
            var broken = 0L;
            for (var i = 0; i < finish.length; i++) {
                if (finish[i] < 0) {
                    continue;
                }
                broken += finish[i] < instance.length[i] - 1 ? 1000 : 0;
                for (var link : instance.before[i]) {
                    var needed = finish[link.task()];
                    broken += needed < 0 || needed + link.lag() > finish[i] ? 1000 : 0;
                }
            }
            for (var t = 0; t < instance.quarters; t++) {
                for (var r = 0; r < instance.roles.size(); r++) {
                    var sum = 0L;
                    for (var i = 0; i < finish.length; i++) {
                        sum += finish[i] >= 0 && finish[i] <= t ? instance.days[i][r] : 0;
                    }
                    broken += Math.max(0, sum - instance.daysUpTo[r][t]);
                }
                var sum = 0L;
                for (var i = 0; i < finish.length; i++) {
                    sum += finish[i] >= 0 && instance.start(i, finish[i]) <= t ? instance.euros[i] : 0;
                }
                broken += Math.max(0, sum - instance.eurosUpTo[t]);
            }
            return broken;
        }
    }
}
