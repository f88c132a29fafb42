package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rows of days and money to look for cuts in ([Limits], plain and foreseen), each in two forms: as it stands,
/// and with the need of each prerequisite carried by what needs it.
///
/// What needs `k` finishes `lag` later at the soonest, so `x(k, t) ≥ x(j, t + lag)`: the row stays true
/// when `j` carries the need of `k`. Where the solution holds the two equal nothing is lost, and the few
/// heavy chains that remain are cut off far better than their many light members.
final class Rows {
    /// Nearer than this, two values are the same.
    private static final double SAME = 1e-6;

    /// A row with more room than this is not what holds the solution.
    private static final double FULL = 0.8;

    private final Instance instance;
    private final List<List<Instance.Link>> after = new ArrayList<>();
    private final List<Limits.Limit> limits;

    Rows(Instance instance) {
        this.instance = instance;
        var both = new Limits(instance);
        limits = Stream.concat(both.plain().stream(), both.foreseen().stream())
                .distinct()
                .toList();
        for (var i = 0; i < instance.size(); i++) {
            after.add(new ArrayList<>());
        }
        for (var i = 0; i < instance.size(); i++) {
            for (var link : instance.before[i]) {
                after.get(link.task()).add(new Instance.Link(i, link.lag()));
            }
        }
    }

    List<Row> at(double[][] finished) {
        var rows = new ArrayList<Row>();
        limits.forEach(it -> add(rows, Row.of(it, finished), finished));
        return rows;
    }

    private void add(List<Row> rows, Row row, double[][] finished) {
        if (row.used() > FULL * row.there()) {
            rows.add(row);
            var carried = carried(row, finished);
            if (carried.items().size() < row.items().size()) {
                rows.add(carried);
            }
        }
    }

    /// The same with each need carried as far as the solution holds the two equal.
    Row carried(Row row, double[][] finished) {
        Map<Integer, Row.Item> items = new LinkedHashMap<>();
        for (var it : row.items()) {
            var by = bearer(it, finished);
            items.merge(
                    by.task() * instance.quarters + by.quarter(),
                    by,
                    (one, other) -> new Row.Item(one.task(), one.quarter(), one.need() + other.need(), one.value()));
        }
        return new Row(List.copyOf(items.values()), row.there());
    }

    private Row.Item bearer(Row.Item item, double[][] finished) {
        var task = item.task();
        var quarter = item.quarter();
        for (var further = true; further; ) {
            further = false;
            for (var link : after.get(task)) {
                var then = quarter + link.lag();
                if (then < instance.quarters && finished[link.task()][then] >= finished[task][quarter] - SAME) {
                    task = link.task();
                    quarter = then;
                    further = true;
                    break;
                }
            }
        }
        return new Row.Item(task, quarter, item.need(), finished[task][quarter]);
    }
}
