package org.asepsie.app.network;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.facility.FacilityId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What establishments declare of their networks. Every change is kept as a version, with who made it.
@Service
public class ZonePlans {
    private final ZonePlanStore store;
    private final Audit audit;
    private final Clock clock;

    ZonePlans(ZonePlanStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param number 0 while nothing was declared
    public record Version(int number, ZonePlan plan, String by, Instant at) {}

    @Transactional(readOnly = true)
    public Version current(FacilityId facility) {
        return find(facility).orElseGet(() -> new Version(0, ZonePlan.EMPTY, "", Instant.EPOCH));
    }

    @Transactional(readOnly = true)
    public Optional<Version> find(FacilityId facility) {
        return store.newest(facility);
    }

    /// Facilities with a temporary opening whose last day is over.
    @Transactional(readOnly = true)
    public List<FacilityId> withEndedOpenings() {
        return store.withEndedOpenings(clock.instant());
    }

    /// @param seen the version the person had before their eyes
    /// @param what what changed, in a few words, for the audit trail
    /// @throws NetworkRefused if somebody else changed it meanwhile, or the result makes no sense
    @Transactional
    public Version change(FacilityId facility, int seen, String what, UnaryOperator<ZonePlan> change) {
        var before = current(facility);
        if (before.number() != seen) {
            throw new NetworkRefused("network.refused.changed-meanwhile", before.by());
        }
        var wanted = change.apply(before.plan());
        if (wanted.equals(before.plan())) {
            return before;
        }
        if (wanted.zones().size() > ZonePlan.MOST_ZONES) {
            throw new NetworkRefused("network.refused.too-many-zones", ZonePlan.MOST_ZONES);
        }
        AddressList.apart(wanted);
        var next = new Version(seen + 1, wanted, Actors.current().name(), clock.instant());
        if (!store.add(facility, next)) {
            throw new NetworkRefused("network.refused.changed-meanwhile", "");
        }
        audit.record("network.action.zones", Optional.of(facility.node()), what, "");
        return next;
    }
}
