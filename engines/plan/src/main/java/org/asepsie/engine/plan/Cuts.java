package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.List;

/// Rounding cuts on the days and the money: true of every plan in whole numbers, they cut off solutions in
/// fractions, which is what tightens the bound when means are scarce.
///
/// From `Σ a·x ≤ b` with `x` 0 or 1: variables near 1 are counted by what lacks to 1, the row is divided by
/// the need of one fractional task, and rounded (mixed-integer rounding: `Σ (⌊a⌋ + max(0, f(a) − f(b)) / (1
/// − f(b))) · x ≤ ⌊b⌋`, `f` the fractional part). The most violated division of each row is kept.
final class Cuts {
    private static final double VIOLATED = 0.01;

    /// Nearer than this to a whole number, or to a full row, nothing is worth cutting.
    private static final double EDGE = 0.02;

    /// `Σ weight · x ≤ most`.
    ///
    /// @param columns task and quarter of each variable, with its weight
    record Cut(List<Column> columns, double most) {}

    record Column(int task, int quarter, double weight) {}

    private record Item(int task, int quarter, long need, double value) {}

    private final Instance instance;
    private final double[][] finished;
    private final List<Cut> found = new ArrayList<>();

    private Cuts(Instance instance, double[][] finished) {
        this.instance = instance;
        this.finished = finished;
    }

    /// @param finished the value of each task's variable in each quarter, in the solution to cut off
    static List<Cut> violated(Instance instance, double[][] finished) {
        var cuts = new Cuts(instance, finished);
        for (var t = 0; t < instance.quarters; t++) {
            for (var r = 0; r < instance.roles.size(); r++) {
                cuts.days(r, t);
            }
            cuts.euros(t);
        }
        return cuts.found;
    }

    private void days(int role, int quarter) {
        var items = new ArrayList<Item>();
        for (var i = 0; i < instance.size(); i++) {
            if (instance.days[i][role] > 0) {
                items.add(new Item(i, quarter, instance.days[i][role], finished[i][quarter]));
            }
        }
        separate(items, instance.daysUpTo[role][quarter]);
    }

    private void euros(int quarter) {
        var items = new ArrayList<Item>();
        for (var i = 0; i < instance.size(); i++) {
            if (instance.euros[i] > 0) {
                var at = Math.min(instance.quarters - 1, quarter + instance.length[i] - 1);
                items.add(new Item(i, at, instance.euros[i], finished[i][at]));
            }
        }
        separate(items, instance.eurosUpTo[quarter]);
    }

    private void separate(List<Item> items, long there) {
        var used = items.stream().mapToDouble(it -> it.need * it.value).sum();
        if (used < there * (1 - EDGE)) {
            return;
        }
        var best = VIOLATED;
        var by = 0L;
        for (var it : items) {
            if (it.value > EDGE && it.value < 1 - EDGE && it.need != by) {
                var violation = violation(items, there, it.need);
                if (violation > best) {
                    best = violation;
                    by = it.need;
                }
            }
        }
        if (by > 0) {
            found.add(cut(items, there, by));
        }
    }

    /// How far the solution lies beyond the cut.
    private static double violation(List<Item> items, long there, long by) {
        var cut = cut(items, there, by);
        var sum = -cut.most;
        var norm = 0.0;
        for (var i = 0; i < items.size(); i++) {
            var weight = cut.columns.get(i).weight;
            sum += weight * items.get(i).value;
            norm += weight * weight;
        }
        return norm == 0 ? 0 : sum / Math.sqrt(norm);
    }

    private static Cut cut(List<Item> items, long there, long by) {
        var left = there;
        for (var it : items) {
            left -= near(it) ? it.need : 0;
        }
        var most = Math.floor((double) left / by);
        var exact = (double) left / by - most;
        // near 1 the division by 1 − f would blow rounding up; 0 gives the plain rounding, which is true as well
        var rest = exact > 0.99 ? 0 : exact;
        var columns = new ArrayList<Column>(items.size());
        var bound = most;
        for (var it : items) {
            var weight = rounded((near(it) ? -it.need : it.need) / (double) by, rest);
            // what lacks to 1 is 1 − x
            bound -= near(it) ? weight : 0;
            columns.add(new Column(it.task, it.quarter, near(it) ? -weight : weight));
        }
        return new Cut(columns, bound + 1e-9);
    }

    private static boolean near(Item item) {
        return item.value > 0.5;
    }

    private static double rounded(double weight, double rest) {
        var whole = Math.floor(weight + 1e-12);
        return whole + Math.max(0, weight - whole - rest) / (1 - rest);
    }
}
