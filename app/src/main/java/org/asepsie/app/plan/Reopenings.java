package org.asepsie.app.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.facility.FacilityId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Actions that were proven and are open again. New evidence opens them at once; a proof that merely gets too old
/// is found by whoever calls [#settle] day by day.
@Service
public class Reopenings {
    private final PlanStore store;
    private final EntryStore entries;
    private final Plans plans;
    private final Reopener reopener;
    private final Clock clock;

    Reopenings(PlanStore store, EntryStore entries, Plans plans, Reopener reopener, Clock clock) {
        this.store = store;
        this.entries = entries;
        this.plans = plans;
        this.reopener = reopener;
        this.clock = clock;
    }

    /// @param at when it was opened again
    public record Reopened(Reopening why, Instant at) {}

    /// The facilities where the proof of a decided action has ended and nobody has drawn the conclusion yet.
    @Transactional(readOnly = true)
    public List<FacilityId> waiting() {
        return store.provenNoLonger(clock.instant());
    }

    /// Opens again what was proven at one facility and no longer is.
    @Transactional
    public void settle(FacilityId facility) {
        plans.decided(facility).forEach(it -> reopener.settle(facility, it));
    }

    /// What evidence opened again and nobody has decided about since.
    @Transactional(readOnly = true)
    public Map<ActionId, Reopened> of(FacilityId facility) {
        var reopened = new LinkedHashMap<ActionId, Reopened>();
        entries.lastStatuses(facility)
                .forEach(entry -> Reopening.in(entry)
                        .ifPresent(why -> reopened.put(entry.action(), new Reopened(why, entry.at()))));
        return reopened;
    }
}
