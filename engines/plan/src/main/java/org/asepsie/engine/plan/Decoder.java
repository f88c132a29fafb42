package org.asepsie.engine.plan;

import java.util.Arrays;

/// Turns a list of tasks by priority into a schedule: one after the other, prerequisites first, each as
/// early as the days and the money left allow. What must be done is first held in reserve at its latest
/// finish, so that it always finds its place, and pulled forward when its turn comes.
///
/// Finishing early never hurts, so some list gives an optimal schedule: take one, list its tasks by finish;
/// each is then placed no later than it stood. Cost: O(tasks · (links + roles · quarters)). Not to be
/// shared between threads.
final class Decoder {
    static final int NEVER = -1;

    private final Instance instance;
    private final Windows windows;
    private final int[][] rolesOf;
    private final long[][] daysAtFirst;
    private final long[] eurosAtFirst;
    private final long[][] daysLeft;
    private final long[] eurosLeft;
    private final boolean[] seen;
    private final int[] notBefore;

    Decoder(Instance instance, Windows windows) {
        this.instance = instance;
        this.windows = windows;
        rolesOf = new int[instance.size()][];
        daysAtFirst = copy(instance.daysUpTo);
        eurosAtFirst = instance.eurosUpTo.clone();
        daysLeft = copy(instance.daysUpTo);
        eurosLeft = instance.eurosUpTo.clone();
        seen = new boolean[instance.size()];
        notBefore = new int[instance.size()];
        for (var i = 0; i < instance.size(); i++) {
            var days = instance.days[i];
            rolesOf[i] = java.util.stream.IntStream.range(0, days.length)
                    .filter(r -> days[r] > 0)
                    .toArray();
        }
        for (var i = 0; i < instance.size(); i++) {
            if (windows.mandatory(i)) {
                take(i, windows.latest[i], 1, daysAtFirst, eurosAtFirst);
            }
        }
    }

    private static long[][] copy(long[][] rows) {
        return Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new);
    }

    /// The quarter in which each task finishes, or [#NEVER].
    int[] schedule(int[] list) {
        for (var r = 0; r < daysLeft.length; r++) {
            System.arraycopy(daysAtFirst[r], 0, daysLeft[r], 0, daysLeft[r].length);
        }
        System.arraycopy(eurosAtFirst, 0, eurosLeft, 0, eurosLeft.length);
        Arrays.fill(seen, false);
        var finish = new int[instance.size()];
        Arrays.fill(finish, NEVER);
        for (var task : list) {
            visit(task, finish);
        }
        return finish;
    }

    /// The same with nothing earlier than it stands in `finish`, and what has no place there added where it
    /// fits: the schedule nearest to it that keeps today's rules.
    int[] near(int[] list, int[] finish) {
        for (var i = 0; i < finish.length; i++) {
            notBefore[i] = Math.max(0, finish[i]);
        }
        var near = schedule(list);
        Arrays.fill(notBefore, 0);
        return near;
    }

    private void visit(int task, int[] finish) {
        if (seen[task]) {
            return;
        }
        seen[task] = true;
        for (var link : instance.before[task]) {
            visit(link.task(), finish);
        }
        place(task, finish);
    }

    private void place(int task, int[] finish) {
        var from = windows.earliest[task];
        for (var link : instance.before[task]) {
            if (finish[link.task()] == NEVER) {
                return;
            }
            from = Math.max(from, finish[link.task()] + link.lag());
        }
        var last = windows.mandatory(task) ? windows.latest[task] : instance.quarters - 1;
        if (windows.mandatory(task)) {
            take(task, last, -1, daysLeft, eurosLeft);
        }
        var at = Math.max(Math.max(from, Math.min(last, notBefore[task])), firstFit(task));
        if (at <= last) {
            take(task, at, 1, daysLeft, eurosLeft);
            finish[task] = at;
        }
    }

    /// The first quarter from which on, to the end, days and money are left for it.
    private int firstFit(int task) {
        var first = 0;
        for (var role : rolesOf[task]) {
            var need = instance.days[task][role];
            for (var t = instance.quarters - 1; t >= first; t--) {
                if (daysLeft[role][t] < need) {
                    first = t + 1;
                }
            }
        }
        for (var t = instance.quarters - 1; t >= 0; t--) {
            if (eurosLeft[t] < instance.euros[task]) {
                return Math.max(first, t + instance.length[task]);
            }
        }
        return first;
    }

    private void take(int task, int finish, int times, long[][] days, long[] euros) {
        for (var r = 0; r < days.length; r++) {
            for (var t = finish; t < instance.quarters; t++) {
                days[r][t] -= times * instance.days[task][r];
            }
        }
        for (var t = Math.max(0, instance.start(task, finish)); t < instance.quarters; t++) {
            euros[t] -= times * instance.euros[task];
        }
    }
}
