package org.asepsie.app.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Audit;
import org.asepsie.app.facility.FacilityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Opens an action again that was proven and no longer is, with the reason in its history. A day and a quarter
/// that are past go: the action needs new ones.
@Component
class Reopener {
    private final PlanStore store;
    private final EntryStore entries;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reopener(PlanStore store, EntryStore entries, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.entries = entries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Brings what is on record about the proof of one action up to date, and opens the action again when what
    /// proved it is over.
    ///
    /// @param action as evidence has it now
    void settle(FacilityId facility, Action action) {
        var decision = action.decision();
        var proven = Decisions.provenUntil(action);
        if (decision.isEmpty() || decision.get().provenUntil().equals(proven)) {
            return;
        }
        var over = decision.get().provenUntil().isPresent() && proven.isEmpty();
        if (over && reopens(decision.get())) {
            reopen(decision.get(), action);
        } else {
            store.provenUntil(facility, action.id(), proven);
        }
    }

    /// What is kept up year by year comes back as a proposal by itself; see [Planner].
    private static boolean reopens(Decision decision) {
        var status = decision.wish().status();
        return decision.action().kind() == ActionId.Kind.DO && (status == Status.DONE || status.retained());
    }

    private void reopen(Decision decision, Action action) {
        var now = clock.instant();
        var today = Situation.day(now);
        var why = Reopening.of(action.proving(), today);
        var before = decision.wish();
        var after = new Wish(
                before.status() == Status.DONE ? Status.PLANNED : before.status(),
                "",
                before.owner(),
                before.due().filter(it -> !it.isBefore(today)),
                before.quarter().filter(it -> it.compareTo(Quarter.of(today)) >= 0));
        var version = decision.version().number() + 1;
        store.put(new Decision(
                decision.facility(),
                decision.action(),
                decision.title(),
                after,
                Optional.empty(),
                Optional.empty(),
                new Decision.Version(version, AUTHOR.name(), now)));
        for (var part : Wish.Part.values()) {
            var changed = !before.written(part).equals(after.written(part));
            if (part == Wish.Part.STATUS || changed) {
                add(decision, version, part, before, after, part == Wish.Part.STATUS ? why.note() : "", now);
            }
        }
        audit.record(
                "plan.action.reopened",
                Optional.of(decision.facility().node()),
                decision.title().fr(),
                why.cause().code() + " " + why.since());
        events.publishEvent(new ActionReopened(decision.facility(), decision.action(), why, now));
    }

    private static final Entry.Author AUTHOR = new Entry.Author(new Actor.Installation().name(), Optional.empty());

    private void add(Decision decision, int version, Wish.Part part, Wish before, Wish after, String note, Instant at) {
        entries.add(
                decision.facility(),
                new Entry(
                        decision.action(),
                        version,
                        Entry.Kind.of(part),
                        before.written(part),
                        after.written(part),
                        note,
                        AUTHOR,
                        at),
                Optional.empty());
    }
}
