package org.asepsie.engine.plan;

import java.util.List;

/// `Σ need · x ≤ there`, true of every plan: days of one role or money up to one quarter, seen at one
/// solution in fractions.
record Row(List<Item> items, long there) {
    /// @param value of the variable of this task and quarter, in the solution to cut off
    record Item(int task, int quarter, long need, double value) {}

    static Row of(Limits.Limit limit, double[][] finished) {
        return new Row(
                limit.needs().stream()
                        .map(it -> new Item(it.task(), it.quarter(), it.amount(), finished[it.task()][it.quarter()]))
                        .toList(),
                limit.there());
    }

    double used() {
        var used = 0.0;
        for (var it : items) {
            used += it.need * it.value;
        }
        return used;
    }
}
