package org.asepsie.engine.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asepsie.engine.maturity.Measure.Efficacy;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.MeasureId;

/// A measure as the plan sees it: what it takes here, what must come before, and which stages of attacks
/// and outages it acts on.
///
/// @param days working days per role
/// @param euros outside spending in the first year
/// @param weeks calendar time from start to effect
/// @param inPlace share of it that is in place already, 0 to 1, from what is sure to what is possible; the
///     plan counts on what is sure
public record Task(
        MeasureId id,
        Map<Role, Range> days,
        Range euros,
        int weeks,
        Set<MeasureId> prerequisites,
        List<Efficacy> acts,
        Range inPlace) {
    public Task {
        days = Collections.unmodifiableMap(new TreeMap<>(days));
        prerequisites = Collections.unmodifiableSet(new TreeSet<>(prerequisites));
        acts = List.copyOf(acts);
        if (weeks < 0) {
            throw new IllegalArgumentException("%s takes %d weeks; time does not run backwards".formatted(id, weeks));
        }
        if (inPlace.high() > 1) {
            throw new IllegalArgumentException("%s is in place to %s, more than whole".formatted(id, inPlace.high()));
        }
        if (acts.stream().map(Efficacy::stage).distinct().count() < acts.size()) {
            throw new IllegalArgumentException("%s acts twice on one stage; say it once".formatted(id));
        }
    }

    /// Nothing left to do.
    public boolean done() {
        return inPlace.low() >= 1;
    }

    Task withId(MeasureId other) {
        return new Task(other, days, euros, weeks, prerequisites, acts, inPlace);
    }
}
