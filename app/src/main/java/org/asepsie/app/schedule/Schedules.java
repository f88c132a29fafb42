package org.asepsie.app.schedule;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Keeping;
import org.asepsie.app.facility.Kept;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Outcome;
import org.asepsie.engine.plan.Plan;
import org.asepsie.engine.plan.Planner;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The plans by quarter. Computing one takes a second or two of a processor, so it is kept, and made again only when
/// something it rests on has changed: nothing has to be told, since the fingerprint of all it rests on is compared at
/// each visit.
///
/// No transaction is held while the engine works. Two visitors at once wait for one computation, within one node; two
/// nodes may do the same work twice and come to the same plan.
@Service
public class Schedules {
    /// Each with all it rests on, some hundred kB.
    private static final int KEPT = 60;

    private final Bases bases;
    private final ComputedStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Kept<Class<Schedule>, Schedule> latest;
    private final Map<FacilityId, ReentrantLock> underWay = new ConcurrentHashMap<>();

    Schedules(Bases bases, ComputedStore store, PlatformTransactionManager transactions, Keeping keeping, Clock clock) {
        this.bases = bases;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.latest = keeping.atMost(KEPT);
    }

    /// The plan as of now: the one kept while it holds, else a new one.
    ///
    /// @throws org.asepsie.app.facility.NoSuchFacility if there is none, or none that the actor may see
    public Schedule of(FacilityId facility) {
        return latest.of(facility, Schedule.class, () -> ofToday(facility));
    }

    private Schedule ofToday(FacilityId facility) {
        var basis = bases.of(facility);
        var fingerprint = basis.fingerprint();
        return kept(facility, basis, fingerprint).orElseGet(() -> made(facility, basis, fingerprint));
    }

    private Optional<Schedule> kept(FacilityId facility, Basis basis, String fingerprint) {
        return computed(facility)
                .filter(it -> it.fingerprint().equals(fingerprint))
                .map(it -> new Schedule.Made(
                        basis, it.plan().plan(basis.request(Basis.day(it.at()))), it.at(), it.price()));
    }

    private Schedule made(FacilityId facility, Basis basis, String fingerprint) {
        var turn = underWay.computeIfAbsent(facility, _ -> new ReentrantLock());
        turn.lock();
        try {
            return kept(facility, basis, fingerprint).orElseGet(() -> compute(facility, basis, fingerprint));
        } finally {
            turn.unlock();
        }
    }

    private Schedule compute(FacilityId facility, Basis basis, String fingerprint) {
        var request = basis.request();
        var stood = computed(facility)
                .map(ComputedStore.Computed::plan)
                .filter(it -> Quarter.of(it.start()).equals(basis.start()))
                .map(it -> it.plan(request));
        var planner = new Planner(Effort.PROMPT);
        var outcome = stood.map(it -> planner.keeping(it, request)).orElseGet(() -> planner.plan(request));
        return switch (outcome) {
            case Outcome.Impossible(var conflict) -> new Schedule.Conflicting(basis, conflict);
            case Outcome.Planned(var plan) -> {
                var at = clock.instant();
                keep(facility, fingerprint, basis, plan, Optional.empty());
                yield new Schedule.Made(basis, plan, at, Optional.empty());
            }
        };
    }

    /// Remembers what the move that led to this plan cost.
    Schedule.Made priced(FacilityId facility, Schedule.Made made, Price price) {
        transaction.executeWithoutResult(_ -> store.put(
                facility,
                new ComputedStore.Computed(
                        made.basis().fingerprint(),
                        made.at(),
                        StoredPlan.of(made.basis().start(), made.plan()),
                        Optional.of(price))));
        return new Schedule.Made(made.basis(), made.plan(), made.at(), Optional.of(price));
    }

    private void keep(FacilityId facility, String fingerprint, Basis basis, Plan plan, Optional<Price> price) {
        transaction.executeWithoutResult(_ -> store.put(
                facility,
                new ComputedStore.Computed(fingerprint, clock.instant(), StoredPlan.of(basis.start(), plan), price)));
    }

    private Optional<ComputedStore.Computed> computed(FacilityId facility) {
        var found = transaction.execute(_ -> store.of(facility));
        return found == null ? Optional.empty() : found;
    }

    /// Keeps a tighter proof of the plan that is kept, if it is still the one that was proven.
    void proven(FacilityId facility, String fingerprint, double leastHarm) {
        transaction.executeWithoutResult(_ -> store.of(facility)
                .filter(it -> it.fingerprint().equals(fingerprint))
                .ifPresent(it -> store.put(
                        facility,
                        new ComputedStore.Computed(
                                it.fingerprint(), it.at(), it.plan().proven(leastHarm), it.price()))));
    }
}
