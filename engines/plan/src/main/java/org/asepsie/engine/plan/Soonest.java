package org.asepsie.engine.plan;

import java.util.Arrays;

/// The first quarter in which a task can finish even if nothing but it and its prerequisites were done:
/// what cannot be is left out of the linear program, which makes its bound much tighter when means are
/// scarce.
final class Soonest {
    private Soonest() {}

    static int[] of(Instance instance, Windows windows) {
        var soonest = new int[instance.size()];
        for (var task : windows.order) {
            var at = windows.earliest[task];
            for (var link : instance.before[task]) {
                at = Math.max(at, soonest[link.task()] + link.lag());
            }
            var needed = new boolean[instance.size()];
            need(instance, task, needed);
            for (var r = 0; r < instance.roles.size(); r++) {
                var days = 0L;
                for (var i = 0; i < needed.length; i++) {
                    days += needed[i] ? instance.days[i][r] : 0;
                }
                at = Math.max(at, first(instance.daysUpTo[r], days));
            }
            at = Math.max(at, first(instance.eurosUpTo, instance.euros[task]) + instance.length[task] - 1);
            soonest[task] = Math.min(at, instance.quarters);
        }
        return soonest;
    }

    private static int first(long[] upTo, long need) {
        return (int) Arrays.stream(upTo).takeWhile(it -> it < need).count();
    }

    private static void need(Instance instance, int task, boolean[] needed) {
        if (!needed[task]) {
            needed[task] = true;
            for (var link : instance.before[task]) {
                need(instance, link.task(), needed);
            }
        }
    }
}
