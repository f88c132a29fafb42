package org.asepsie.app.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Horizon;
import org.asepsie.engine.plan.Means;
import org.asepsie.engine.plan.Planner;
import org.asepsie.engine.plan.Request;

/// Where an establishment stands without any plan.
final class Standing {
    private static final Effort NONE = new Effort(1, 0, Duration.ZERO);

    private Standing() {}

    /// Weighed harm a year as things are, in hours of care: that of a plan without means.
    static double harmPerYear(Basis basis) {
        var nothing = new Request(
                basis.situation(), new Horizon(1, 0), new Means(Map.of(), List.of(0.0), 1), List.of());
        // What takes neither days nor money would still be done: it is taken from the figure before the plan.
        var plan = new Planner(NONE).orElseThrow(nothing);
        return plan.before().weighed() / YEARS;
    }

    /// One quarter of the horizon counts for a quarter of a year: half at its beginning, half at its end.
    private static final double YEARS = 0.25;
}
