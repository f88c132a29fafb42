package org.asepsie.engine.plan;

import java.util.Arrays;
import java.util.List;

/// Between which quarters each task may finish, and whether all that must be done can be.
///
/// Days and money add up over time, so whatever must be done is easiest to fit in as late as it may finish:
/// if the latest finishes of all of it fit, they are a schedule; if they do not, no schedule exists. So
/// feasibility is decided exactly, without a search. Cost: O(tasks · (links + roles · quarters)).
final class Windows {
    final int[] earliest;
    /// The last quarter of what must be done; the number of quarters for the rest.
    final int[] latest;
    /// Tasks in an order in which prerequisites come first.
    final int[] order;

    private final Instance instance;
    private final int[] pinned;

    Windows(Instance instance, Request request) {
        this.instance = instance;
        var size = instance.size();
        order = topological();
        earliest = new int[size];
        latest = new int[size];
        pinned = new int[size];
        Arrays.fill(latest, instance.quarters);
        Arrays.fill(pinned, -1);
        request.wishes().forEach(this::note);
        for (var task : order) {
            earliest[task] = Math.max(earliest[task], instance.length[task] - 1);
            for (var link : instance.before[task]) {
                earliest[task] = Math.max(earliest[task], earliest[link.task()] + link.lag());
            }
            earliest[task] = Math.max(earliest[task], pinned[task]);
        }
        for (var i = size - 1; i >= 0; i--) {
            var task = order[i];
            if (mandatory(task)) {
                for (var link : instance.before[task]) {
                    latest[link.task()] = Math.min(latest[link.task()], latest[task] - link.lag());
                }
            }
        }
    }

    private void note(Wish wish) {
        var task = instance.of(wish.measure());
        if (task >= 0) {
            switch (wish) {
                case Wish.Pin(var _, var quarter) -> {
                    latest[task] = Math.min(latest[task], quarter);
                    pinned[task] = Math.max(pinned[task], quarter);
                }
                case Wish.Due(var _, var quarter, var _) -> latest[task] = Math.min(latest[task], quarter);
                case Wish.Force _, Wish.Ordered _ -> latest[task] = Math.min(latest[task], instance.quarters - 1);
                case Wish.Exclude _ -> {
                    // not among the tasks
                }
            }
        }
    }

    private int[] topological() {
        var order = new int[instance.size()];
        var state = new int[instance.size()];
        var count = new int[1];
        for (var i = 0; i < order.length; i++) {
            visit(i, state, order, count);
        }
        return order;
    }

    private void visit(int task, int[] state, int[] order, int[] count) {
        if (state[task] == 1) {
            throw new IllegalArgumentException("prerequisites go in a circle at %s"
                    .formatted(instance.tasks.get(task).id()));
        }
        if (state[task] == 0) {
            state[task] = 1;
            for (var link : instance.before[task]) {
                visit(link.task(), state, order, count);
            }
            state[task] = 2;
            order[count[0]++] = task;
        }
    }

    boolean mandatory(int task) {
        return latest[task] < instance.quarters;
    }

    /// Whether all that must be done can be, with these means and these wishes.
    static boolean feasible(Request request) {
        var instance = new Instance(request);
        return refused(instance, request).isEmpty() && new Windows(instance, request).fits();
    }

    /// What must be done and was refused, or needs first what was refused.
    private static List<Wish> refused(Instance instance, Request request) {
        return request.wishes().stream()
                .filter(it -> !(it instanceof Wish.Exclude) && instance.of(it.measure()) < 0)
                .filter(it -> request.situation().tasks().stream()
                        .anyMatch(task -> task.id().equals(it.measure()) && !task.done()))
                .toList();
    }

    /// Whether a schedule keeps every rule: prerequisites, wishes, days and money.
    boolean allows(int[] finish) {
        for (var task = 0; task < finish.length; task++) {
            if (!inPlace(task, finish)) {
                return false;
            }
        }
        for (var t = 0; t < instance.quarters; t++) {
            for (var r = 0; r < instance.roles.size(); r++) {
                var used = 0L;
                for (var task = 0; task < finish.length; task++) {
                    used += finish[task] >= 0 && finish[task] <= t ? instance.days[task][r] : 0;
                }
                if (used > instance.daysUpTo[r][t]) {
                    return false;
                }
            }
            var spent = 0L;
            for (var task = 0; task < finish.length; task++) {
                spent += finish[task] >= 0 && instance.start(task, finish[task]) <= t ? instance.euros[task] : 0;
            }
            if (spent > instance.eurosUpTo[t]) {
                return false;
            }
        }
        return true;
    }

    private boolean inPlace(int task, int[] finish) {
        if (finish[task] == Decoder.NEVER) {
            return !mandatory(task);
        }
        if (finish[task] < earliest[task] || finish[task] > Math.min(latest[task], instance.quarters - 1)) {
            return false;
        }
        for (var link : instance.before[task]) {
            var before = finish[link.task()];
            if (before == Decoder.NEVER || before + link.lag() > finish[task]) {
                return false;
            }
        }
        return true;
    }

    boolean fits() {
        for (var task = 0; task < earliest.length; task++) {
            if (mandatory(task) && earliest[task] > latest[task]) {
                return false;
            }
        }
        for (var r = 0; r < instance.roles.size(); r++) {
            if (daysShort(r) > 0) {
                return false;
            }
        }
        return eurosShort() <= 0;
    }

    /// By how many hundredths of a day what must be done exceeds the days of a role, at the worst moment.
    long daysShort(int role) {
        var worst = 0L;
        for (var t = 0; t < instance.quarters; t++) {
            var used = 0L;
            for (var task = 0; task < latest.length; task++) {
                used += latest[task] <= t ? instance.days[task][role] : 0;
            }
            worst = Math.max(worst, used - instance.daysUpTo[role][t]);
        }
        return worst;
    }

    long eurosShort() {
        var worst = 0L;
        for (var t = 0; t < instance.quarters; t++) {
            var used = 0L;
            for (var task = 0; task < latest.length; task++) {
                used += mandatory(task) && instance.start(task, latest[task]) <= t ? instance.euros[task] : 0;
            }
            worst = Math.max(worst, used - instance.eurosUpTo[t]);
        }
        return worst;
    }
}
