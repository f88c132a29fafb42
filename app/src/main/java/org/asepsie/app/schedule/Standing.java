package org.asepsie.app.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Forecast;
import org.asepsie.engine.plan.Horizon;
import org.asepsie.engine.plan.Means;
import org.asepsie.engine.plan.Planner;
import org.asepsie.engine.plan.Request;

/// Where an establishment stands without any plan.
final class Standing {
    private static final Effort NONE = new Effort(1, 0, Duration.ZERO);

    private Standing() {}

    /// Weighed harm a year as things are, in hours of care: the median of the same draws as a forecast's, so that the
    /// two can be compared. It is that of a plan without means, which does nothing.
    static double harmPerYear(Basis basis) {
        var nothing =
                new Request(basis.situation(), new Horizon(1, 0), new Means(Map.of(), List.of(0.0), 1), List.of());
        return Forecast.of(new Planner(NONE).orElseThrow(nothing), Expected.SEED, Expected.DRAWS)
                .quarters()
                .getFirst()
                .perYear()
                .middle();
    }
}
