package org.asepsie.engine.plan;

import java.util.Comparator;
import java.util.List;
import org.asepsie.engine.maturity.Measure.Range;

/// On which parameters the advice depends: each in turn is put at either end of its range, the others at
/// their middle.
///
/// @param swings the widest first
public record Tornado(List<Swing> swings) {
    public Tornado {
        swings = List.copyOf(swings);
    }

    /// @param atLow weighed harm the plan avoids with the parameter at its low end
    /// @param regretLow what one would lose by keeping this plan if that end were the truth, as a share of
    ///     what could then be avoided: 0 means that the advice stands
    public record Swing(Parameter parameter, double atLow, double atHigh, double regretLow, double regretHigh) {
        double width() {
            return Math.abs(atHigh - atLow);
        }

        public double regret() {
            return Math.max(regretLow, regretHigh);
        }
    }

    /// @param shown how many of the widest swings to plan again for: two plans each
    public static Tornado of(Plan plan, int shown, Effort effort) {
        var work = new Work(plan.request());
        var finish = work.finishOf(plan);
        var widest = plan.request().situation().parameters().stream()
                .filter(it -> it.range().low() < it.range().high())
                .map(it -> new Swing(it, avoided(work, finish, it, 0), avoided(work, finish, it, 1), 0, 0))
                .sorted(Comparator.comparingDouble(Swing::width)
                        .reversed()
                        .thenComparing(it -> it.parameter().id()))
                .limit(shown)
                .toList();
        return new Tornado(widest.stream()
                .map(it -> new Swing(
                        it.parameter(),
                        it.atLow(),
                        it.atHigh(),
                        regret(plan, it.parameter(), 0, effort),
                        regret(plan, it.parameter(), 1, effort)))
                .toList());
    }

    private static double avoided(Work work, int[] finish, Parameter parameter, double point) {
        var value = work.valued(Parameter.Reading.CENTRAL.with(parameter.id(), point));
        return value.weighed(work.nothing()) - value.weighed(finish);
    }

    private static double regret(Plan plan, Parameter parameter, double point, Effort effort) {
        var there = parameter.at(point);
        var request = plan.request().with(plan.request().situation().with(parameter.id(), new Range(there, there)));
        if (!(new Planner(effort).plan(request, List.of(plan)) instanceof Outcome.Planned(var best))) {
            return 0;
        }
        var work = new Work(request);
        var kept = work.value.weighed(work.finishOf(plan));
        var avoided = best.avoided().weighed();
        return avoided <= 0 ? 0 : Math.max(0, (kept - best.after().weighed()) / avoided);
    }
}
