package org.asepsie.engine.plan;

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
            var chain = Chain.of(instance, windows, task);
            while (at < instance.quarters && !chain.fits(at)) {
                at++;
            }
            soonest[task] = Math.min(at, instance.quarters);
        }
        return soonest;
    }
}
