package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.List;

/// What every plan keeps to: the days of each role and the money up to each quarter.
///
/// Each limit stands in two forms. *Plain*: what is finished by quarter `t` takes no more than there is up to `t`.
/// *Foreseen*: what finishes later, in quarter `f`, has by `t` taken all that the quarters between cannot give, so
///
///     Σ (f ≤ t) d + Σ (f > t) max(0, d − (D(f) − D(t))) ≤ D(t)
///
/// Every plan keeps it: of the later tasks that count, take those up to the last one's quarter `u`; with the earlier
/// ones they take at most `D(u)`, and `D(u) − D(t)` is deducted for that last one alone. A solution in fractions that
/// has ten tasks half finished at once breaks it: it is what makes the bound near when means are scarce.
/// The same holds of money, with the quarters in which tasks start.
final class Limits {
    /// A share of one task finished by a quarter needs that share of so much.
    record Need(int task, int quarter, long amount) {}

    record Limit(List<Need> needs, long there) {}

    private final Instance instance;

    Limits(Instance instance) {
        this.instance = instance;
    }

    List<Limit> plain() {
        return limits(false);
    }

    List<Limit> foreseen() {
        return limits(true);
    }

    private List<Limit> limits(boolean foreseen) {
        var limits = new ArrayList<Limit>();
        for (var t = 0; t < instance.quarters; t++) {
            for (var r = 0; r < instance.roles.size(); r++) {
                limits.add(days(r, t, foreseen));
            }
            limits.add(euros(t, foreseen));
        }
        return limits;
    }

    private Limit days(int role, int t, boolean foreseen) {
        var needs = new ArrayList<Need>();
        var upTo = instance.daysUpTo[role];
        for (var i = 0; i < instance.size(); i++) {
            var last = foreseen ? instance.quarters - 1 : t;
            add(needs, i, 0, instance.days[i][role], upTo, t, last);
        }
        return new Limit(List.copyOf(needs), upTo[t]);
    }

    private Limit euros(int t, boolean foreseen) {
        var needs = new ArrayList<Need>();
        for (var i = 0; i < instance.size(); i++) {
            // money is needed at the start; whatever finishes within the horizon has started by this quarter
            var lastStart = instance.quarters - instance.length[i];
            var from = Math.min(t, lastStart);
            if (from >= 0) {
                var last = foreseen ? lastStart : from;
                add(
                        needs,
                        i,
                        instance.length[i] - 1,
                        instance.euros[i],
                        instance.eurosUpTo,
                        from,
                        Math.max(from, last));
            }
        }
        return new Limit(List.copyOf(needs), instance.eurosUpTo[t]);
    }

    /// The need of one task, spread over the quarters in which it may come: what coming by `u` rather than later
    /// takes of the means up to `t`.
    private static void add(List<Need> needs, int task, int ahead, long need, long[] upTo, int t, int last) {
        for (var u = t; u <= last; u++) {
            var later = u == last ? 0 : Math.max(0, need - (upTo[u + 1] - upTo[t]));
            var by = Math.max(0, need - (upTo[u] - upTo[t])) - later;
            if (by > 0) {
                needs.add(new Need(task, u + ahead, by));
            }
        }
    }
}
