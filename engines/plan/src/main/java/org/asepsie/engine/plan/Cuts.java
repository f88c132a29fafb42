package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Cuts on the days and the money: true of every plan in whole numbers, they cut off solutions in
/// fractions, which is what tightens the bound when means are scarce. Two kinds, rounding here and [Covers],
/// on every row of [Rows].
///
/// Rounding: from `Σ a·x ≤ b` with `x` 0 or 1, variables near 1 are counted by what lacks to 1, the row is
/// divided by the need of one fractional task, and rounded (mixed-integer rounding: `Σ (⌊a⌋ + max(0, f(a) −
/// f(b)) / (1 − f(b))) · x ≤ ⌊b⌋`, `f` the fractional part). The most violated division of each row is kept.
final class Cuts {
    private static final double VIOLATED = 0.01;

    /// Nearer than this to a whole number, or to a full row, nothing is worth cutting.
    private static final double EDGE = 0.02;

    /// A weight that rounding left over. The solver scales a row by its least weight too: one of 1e-16 among ones made
    /// CLP call a solution optimal that its own dual values put 15 % lower.
    private static final double NOTHING = 1e-9;

    /// Beyond this fractional part of what there is, its complement divides by too little and the row is rounded
    /// down; below this share of the largest need, a need divides the others into too large numbers.
    private static final double STEEP = 0.95;

    private static final double SMALL = 0.05;

    /// `Σ weight · x ≤ most`.
    ///
    /// @param columns task and quarter of each variable, with its weight
    record Cut(List<Column> columns, double most) {
        /// How far a solution lies beyond it.
        double violation(double[][] finished) {
            var sum = -most;
            var norm = 0.0;
            for (var it : columns) {
                sum += it.weight * finished[it.task][it.quarter];
                norm += it.weight * it.weight;
            }
            return norm == 0 ? 0 : sum / Math.sqrt(norm);
        }
    }

    record Column(int task, int quarter, double weight) {}

    private Cuts() {}

    /// @param finished the value of each task's variable in each quarter, in the solution to cut off
    static List<Cut> violated(Rows rows, double[][] finished) {
        var found = new ArrayList<Cut>();
        for (var row : rows.at(finished)) {
            rounding(row, finished).ifPresent(found::add);
            Covers.of(row).filter(it -> it.violation(finished) > VIOLATED).ifPresent(found::add);
        }
        return found;
    }

    /// The rounding cut that lies furthest from the solution, if any lies beyond it.
    static Optional<Cut> rounding(Row row, double[][] finished) {
        var best = Optional.<Cut>empty();
        var most = VIOLATED;
        var tried = new HashSet<Long>();
        var least = SMALL * row.items().stream().mapToLong(Row.Item::need).max().orElse(0);
        for (var it : row.items()) {
            var by = it.need();
            if (it.value() > EDGE && it.value() < 1 - EDGE && by >= least && tried.add(by)) {
                var cut = cut(row, by);
                var violation = cut.violation(finished);
                if (violation > most) {
                    most = violation;
                    best = Optional.of(cut);
                }
            }
        }
        return best;
    }

    private static Cut cut(Row row, long by) {
        var items = row.items();
        var left = row.there();
        for (var it : items) {
            left -= near(it) ? it.need() : 0;
        }
        var most = Math.floor((double) left / by);
        var exact = (double) left / by - most;
        // 1 gives the plain rounding down, true as well
        var rest = exact > STEEP ? 1 : exact;
        var columns = new ArrayList<Column>(items.size());
        var bound = most;
        for (var it : items) {
            var weight = rounded((near(it) ? -it.need() : it.need()) / (double) by, rest);
            // what lacks to 1 is 1 − x
            bound -= near(it) ? weight : 0;
            if (Math.abs(weight) > NOTHING) {
                columns.add(new Column(it.task(), it.quarter(), near(it) ? -weight : weight));
            } else {
                bound += Math.abs(weight);
            }
        }
        return new Cut(columns, bound + 1e-9);
    }

    private static boolean near(Row.Item item) {
        return item.value() > 0.5;
    }

    private static double rounded(double weight, double rest) {
        var whole = Math.floor(weight + 1e-12);
        return rest == 1 ? whole : whole + Math.max(0, weight - whole - rest) / (1 - rest);
    }
}
