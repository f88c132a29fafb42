package org.asepsie.app.schedule;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Harm;
import org.asepsie.engine.plan.Horizon;
import org.asepsie.engine.plan.Means;
import org.asepsie.engine.plan.Planner;
import org.asepsie.engine.plan.Request;
import org.asepsie.engine.plan.Situation;
import org.asepsie.engine.plan.Threat;

/// What one attack or outage costs when it has come all the way in, with what is in place today against its
/// consequences. An average over years says little to somebody who will live through the one bad week, or through none.
///
/// @param threat its id
public record Blow(String threat, Harm harm) {
    private static final Effort NONE = new Effort(1, 0, Duration.ZERO);

    /// The one that would cost most care; empty where none stops care.
    public static Optional<Blow> hardest(Basis basis) {
        return basis.situation().threats().stream()
                .filter(it -> it.consequences().stream().anyMatch(one -> one.harmed() == Threat.Harmed.CARE_HOURS))
                .map(it -> new Blow(it.id(), once(basis.situation(), it)))
                .max(Comparator.comparingDouble((Blow it) -> it.harm().careHours())
                        .thenComparing(Blow::threat, Comparator.reverseOrder()));
    }

    /// The engine's own sums: harm a year of that threat alone, as if it came all the way in once a year.
    private static Harm once(Situation situation, Threat threat) {
        var comes = new Threat(threat.id(), new Range(1, 1), List.of(), threat.consequences());
        var overrides = new TreeMap<>(situation.overrides());
        overrides.remove("rate:" + threat.id());
        var alone = new Situation(List.of(comes), situation.tasks(), situation.exchange(), overrides);
        var nothing = new Request(alone, new Horizon(1, 0), new Means(Map.of(), List.of(0.0), 1), List.of());
        return new Planner(NONE).orElseThrow(nothing).quarters().getFirst().perYear();
    }
}
