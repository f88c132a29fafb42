package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

/// Harm avoided against means, and where more means begin to bring much less.
///
/// @param points by rising means; those too small for what must be done are left out
/// @param knee the place in `points` furthest above the straight line from first to last; empty where
///     nothing bends
public record Curve(List<Point> points, OptionalInt knee) {
    private static final double BEND = 0.05;

    public Curve {
        points = List.copyOf(points);
    }

    /// @param times the means, against those of the request
    public record Point(double times, double avoided, Plan plan) {}

    /// Plans once for each factor, from the smallest on, each starting from the one before: so the curve
    /// never falls.
    ///
    /// @param scaled the means at a factor: [Means#times], [Means#timesEuros] or [Means#timesDays]
    public static Curve of(Request request, List<Double> factors, DoubleFunction<Means> scaled, Effort effort) {
        var planner = new Planner(effort);
        var points = new ArrayList<Point>();
        var earlier = List.<Plan>of();
        for (double factor : factors.stream().sorted().toList()) {
            if (planner.plan(request.with(scaled.apply(factor)), earlier) instanceof Outcome.Planned(var plan)) {
                points.add(new Point(factor, plan.avoided().weighed(), plan));
                earlier = List.of(plan);
            }
        }
        return new Curve(points, knee(points));
    }

    private static OptionalInt knee(List<Point> points) {
        if (points.size() < 3) {
            return OptionalInt.empty();
        }
        var first = points.getFirst();
        var last = points.getLast();
        var wide = last.times - first.times;
        var high = last.avoided - first.avoided;
        var best = OptionalInt.empty();
        var furthest = BEND;
        for (var i = 1; high > 0 && i < points.size() - 1; i++) {
            var above = (points.get(i).avoided - first.avoided) / high - (points.get(i).times - first.times) / wide;
            if (above > furthest) {
                furthest = above;
                best = OptionalInt.of(i);
            }
        }
        return best;
    }
}
