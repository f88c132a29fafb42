package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.maturity.MeasureId;

/// Whether one plan is better than another for sure, or only by figures nobody knows that well.
///
/// @param share of the draws in which the first leaves less harm
/// @param difference weighed harm that the second leaves beyond the first
public record Comparison(double share, Band difference) {
    /// Neither is better in nine draws out of ten.
    public boolean withinNoise() {
        return share < 0.9 && share > 0.1;
    }

    /// Two plans for the same tasks and horizon.
    public static Comparison between(Plan first, Plan second, long seed, int draws) {
        var work = new Work(first.request());
        return between(work, work.finishOf(first), work.finishOf(second), seed, draws);
    }

    private static Comparison between(Work work, int[] first, int[] second, long seed, int draws) {
        var difference = new double[draws];
        var better = 0.0;
        for (var draw = 0; draw < draws; draw++) {
            var value = work.valued(Parameter.Reading.drawn(seed, draw));
            difference[draw] = value.weighed(second) - value.weighed(first);
            better += difference[draw] > 0 ? 1 : difference[draw] == 0 ? 0.5 : 0;
        }
        return new Comparison(better / draws, Band.of(difference));
    }

    /// Two actions whose order does not matter more than the noise: a director may swap them.
    public record Tie(MeasureId sooner, MeasureId later, Comparison comparison) {}

    /// For each action, the next one in a later quarter: what if their turns were exchanged? Cost: lines ·
    /// draws valuations.
    public static List<Tie> ties(Plan plan, long seed, int draws) {
        var work = new Work(plan.request());
        var finish = work.finishOf(plan);
        var list = work.search(work.value).byFinish(finish);
        var decoder = new Decoder(work.instance, work.windows);
        var ties = new ArrayList<Tie>();
        for (var i = 0; i < list.length; i++) {
            var j = i + 1;
            while (j < list.length && finish[list[j]] == finish[list[i]]) {
                j++;
            }
            if (finish[list[i]] >= 0 && j < list.length && finish[list[j]] >= 0) {
                var other = list.clone();
                other[i] = list[j];
                other[j] = list[i];
                var swapped = decoder.schedule(other);
                var comparison = between(work, finish, swapped, seed, draws);
                if (swapped[list[j]] < finish[list[j]] && comparison.withinNoise()) {
                    ties.add(new Tie(work.id(list[i]), work.id(list[j]), comparison));
                }
            }
        }
        return ties;
    }
}
