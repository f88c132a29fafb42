package org.asepsie.app.schedule;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.plan.Comparison;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Line;
import org.asepsie.engine.plan.Outcome;
import org.asepsie.engine.plan.Plan;
import org.asepsie.engine.plan.Planner;
import org.asepsie.engine.plan.Proof;
import org.asepsie.engine.plan.Request;
import org.asepsie.engine.plan.Wish;

/// Keeps a plan from being shuffled for nothing: when one that leaves the other lines where they stood is as good as
/// nobody could tell, it is taken.
final class Steady {
    /// Half a hundredth of what is avoided: far below what the figures are worth.
    private static final double NOTHING_MUCH = 0.005;

    private static final int DRAWS = 40;
    private static final long SEED = 1;

    private Steady() {}

    /// @param best the best plan found for its request
    /// @param stood the plan before something changed
    static Plan between(Plan best, Plan stood) {
        var pinned = pinned(best.request(), stood);
        if (pinned.wishes().equals(best.request().wishes())
                || !(new Planner(Effort.QUICK).plan(pinned, List.of(stood)) instanceof Outcome.Planned(var kept))) {
            return best;
        }
        var same = sameRequest(best, kept);
        var lost = same.after().weighed() - best.after().weighed();
        var little = lost <= NOTHING_MUCH * best.avoided().weighed();
        return little || Comparison.between(best, same, SEED, DRAWS).withinNoise() ? same : best;
    }

    /// The request with each line that stood held where it was, unless somebody wished otherwise.
    private static Request pinned(Request request, Plan stood) {
        var wishes = new ArrayList<>(request.wishes());
        for (var line : stood.lines()) {
            var wished = request.wishes().stream().anyMatch(it -> it.measure().equals(line.measure()));
            if (!wished && line.finish() < request.horizon().quarters()) {
                wishes.add(new Wish.Pin(line.measure(), line.finish()));
            }
        }
        return request.with(wishes);
    }

    /// The kept plan as one for the request without the pins: what no plan can beat is known from the best one.
    private static Plan sameRequest(Plan best, Plan kept) {
        var lines = kept.lines().stream()
                .map(it -> new Line(
                        it.measure(),
                        it.start(),
                        it.finish(),
                        best.line(it.measure()).map(Line::must).orElse(false)))
                .toList();
        var least = Math.min(best.proof().leastHarm(), kept.after().weighed());
        var most = best.before().weighed() - least;
        var gap = most <= 0 ? 0 : Math.max(0, kept.after().weighed() - least) / most;
        return new Plan(
                best.request(),
                lines,
                kept.quarters(),
                kept.before(),
                kept.after(),
                kept.left(),
                new Proof(best.proof().method(), least, gap));
    }
}
