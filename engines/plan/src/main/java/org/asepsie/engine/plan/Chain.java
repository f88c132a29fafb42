package org.asepsie.engine.plan;

import java.util.Arrays;

/// What must be finished, and how long before at the latest, for some tasks to be finished by a quarter: the
/// tasks and all their prerequisites.
///
/// @param ahead per task, quarters by which it must finish sooner; [#NO_MATTER] where it need not
record Chain(Instance instance, int[] ahead) {
    private static final int NO_MATTER = -1;

    static Chain of(Instance instance, Windows windows, int... tasks) {
        var ahead = new int[instance.size()];
        Arrays.fill(ahead, NO_MATTER);
        for (var task : tasks) {
            ahead[task] = 0;
        }
        for (var i = windows.order.length - 1; i >= 0; i--) {
            var task = windows.order[i];
            if (ahead[task] != NO_MATTER) {
                for (var link : instance.before[task]) {
                    ahead[link.task()] = Math.max(ahead[link.task()], ahead[task] + link.lag());
                }
            }
        }
        return new Chain(instance, ahead);
    }

    /// Both, each as much ahead as the one that needs it sooner.
    Chain with(Chain other) {
        var both = ahead.clone();
        Arrays.setAll(both, i -> Math.max(both[i], other.ahead[i]));
        return new Chain(instance, both);
    }

    /// Whether days and money allow it by the end of `quarter`, if nothing else is done.
    boolean fits(int quarter) {
        for (var t = 0; t <= quarter; t++) {
            for (var r = 0; r < instance.roles.size(); r++) {
                if (days(r, quarter - t) > instance.daysUpTo[r][t]) {
                    return false;
                }
            }
        }
        for (var t = 0; t <= quarter; t++) {
            if (euros(quarter, t) > instance.eurosUpTo[t]) {
                return false;
            }
        }
        return true;
    }

    private long days(int role, int atLeastAhead) {
        var sum = 0L;
        for (var i = 0; i < ahead.length; i++) {
            sum += ahead[i] >= atLeastAhead ? instance.days[i][role] : 0;
        }
        return sum;
    }

    /// Money needed by the end of quarter `by` to have all finished by `quarter`.
    private long euros(int quarter, int by) {
        var sum = 0L;
        for (var i = 0; i < ahead.length; i++) {
            var start = instance.start(i, quarter - ahead[i]);
            sum += ahead[i] != NO_MATTER && start <= by ? instance.euros[i] : 0;
        }
        return sum;
    }
}
