package org.asepsie.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.plan.Means;
import org.asepsie.engine.plan.Wish;

/// What an establishment can spend and what it decided, read from a file (docs/design/plan.md).
///
/// @param places beds or places
/// @param start first day of the first quarter of the plan
/// @param parameters ranges put in place of ours, by the id of the parameter
public record MeansFile(
        Category.Family family,
        int places,
        LocalDate start,
        int quarters,
        Means means,
        List<Wish> wishes,
        Map<String, Range> parameters) {
    public MeansFile {
        wishes = List.copyOf(wishes);
        parameters = Map.copyOf(parameters);
    }
}
