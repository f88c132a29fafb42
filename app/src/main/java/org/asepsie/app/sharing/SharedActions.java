package org.asepsie.app.sharing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Actions that are decided once for several sites and laid down in the plan of each. Evidence stays each site's
/// own: what is done for all is proven site by site.
@Service
public class SharedActions {
    private final SharedStore store;
    private final Decisions decisions;
    private final Plans plans;
    private final Facilities facilities;
    private final Audit audit;
    private final Clock clock;

    SharedActions(
            SharedStore store, Decisions decisions, Plans plans, Facilities facilities, Audit audit, Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.plans = plans;
        this.facilities = facilities;
        this.audit = audit;
        this.clock = clock;
    }

    /// Shares one action between sites below a place.
    ///
    /// @param key of the form
    /// @return why not; empty when it is done
    @Transactional
    public Optional<SharingRefused> begin(
            NodeId node, ActionId action, List<FacilityId> sites, SharedAction.Terms terms, UUID key) {
        var some = sites.stream().distinct().toList();
        if (some.size() < 2) {
            return Optional.of(SharingRefused.FEWER_THAN_TWO);
        }
        var below = facilities.visibleBelow(node).stream().map(it -> it.id()).toList();
        if (!below.containsAll(some)) {
            return Optional.of(SharingRefused.OUTSIDE);
        }
        if (some.stream().anyMatch(it -> shares(it, action))) {
            return Optional.of(SharingRefused.SHARED_ALREADY);
        }
        var title = plans.action(some.getFirst(), action).title();
        var shared =
                new SharedAction(new SharedId(UUID.randomUUID()), node, action, title, terms, some.size(), 1, stamp());
        store.add(shared);
        some.forEach(it -> store.join(shared.id(), it, action));
        some.forEach(it -> decisions.layDown(it, action, terms::over, key));
        audit.record("sharing.action.begun", Optional.of(node), title.fr(), Integer.toString(some.size()));
        return Optional.empty();
    }

    /// Decides anew for all of them.
    ///
    /// @param seen the version the person had before their eyes
    @Transactional
    public Optional<SharingRefused> change(SharedAction shared, SharedAction.Terms terms, int seen, UUID key) {
        if (!store.change(shared.id(), terms, seen, stamp())) {
            return Optional.of(SharingRefused.CHANGED);
        }
        members(shared).forEach(it -> decisions.layDown(it, shared.action(), terms::over, key));
        audit.record(
                "sharing.action.changed",
                Optional.of(shared.node()),
                shared.title().fr(),
                terms.status().code());
        return Optional.empty();
    }

    /// Lets one site go on by itself: its plan keeps the line as it stands. Of two sites, the other goes on alone
    /// too.
    @Transactional
    public void leave(SharedAction shared, FacilityId site) {
        if (store.leave(shared.id(), site, clock.instant()) == 0) {
            return;
        }
        store.count(shared.id());
        if (members(shared).size() < 2) {
            store.dissolve(shared.id(), clock.instant());
        }
        audit.record(
                "sharing.action.left", Optional.of(site.node()), shared.title().fr(), "");
    }

    /// Each site goes on by itself.
    @Transactional
    public void dissolve(SharedAction shared) {
        store.dissolve(shared.id(), clock.instant());
        audit.record(
                "sharing.action.dissolved",
                Optional.of(shared.node()),
                shared.title().fr(),
                "");
    }

    @Transactional(readOnly = true)
    public Optional<SharedAction> find(SharedId id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public List<SharedAction> at(NodeId node) {
        return store.at(node);
    }

    @Transactional(readOnly = true)
    public List<FacilityId> members(SharedAction shared) {
        return store.members(shared.id());
    }

    /// Whether a site shares this action with others.
    @Transactional(readOnly = true)
    public boolean shares(FacilityId site, ActionId action) {
        return store.of(site).stream().anyMatch(it -> it.action().equals(action));
    }

    private SharedAction.Stamp stamp() {
        return new SharedAction.Stamp(Actors.current().name(), clock.instant());
    }
}
