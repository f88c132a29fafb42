package org.asepsie.app.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.evidence.Attachments;
import org.asepsie.app.facility.FacilityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what people decide, say and attach. Each change is written down with who made it, and none is ever
/// lost: two people who change different parts of an action both succeed, and of two who change the same part
/// the second is shown what the first did.
@Service
public class Decisions {
    public static final int LONGEST_COMMENT = 4_000;

    private final PlanStore store;
    private final EntryStore entries;
    private final Plans plans;
    private final Attachments attachments;
    private final LaidAlongside alongside;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            PlanStore store,
            EntryStore entries,
            Plans plans,
            Attachments attachments,
            LaidAlongside alongside,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.plans = plans;
        this.attachments = attachments;
        this.alongside = alongside;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param change what to do to the wish the person had before their eyes
    /// @param seen the version they had before their eyes
    /// @param key made by the page: the same form sent twice carries the same key and counts once
    /// @throws NoSuchAction if neither the plan nor the catalogue has it
    @Transactional
    public Outcome decide(FacilityId facility, ActionId id, UnaryOperator<Wish> change, int seen, UUID key) {
        return decide(facility, id, change, seen, key, clock.instant());
    }

    /// The same as it was decided at a moment that is past: what a demonstration or an import knows of before.
    @Transactional
    public Outcome decide(
            FacilityId facility, ActionId id, UnaryOperator<Wish> change, int seen, UUID key, Instant at) {
        store.oneAtATime(facility, id);
        var action = plans.action(facility, id);
        var stands = action.wish();
        if (entries.knows(facility, id, key)) {
            return new Outcome.KeptBefore(stands);
        }
        var above = alongside.shared(facility, id);
        if (above.isPresent()) {
            return new Outcome.Elsewhere(above.get());
        }
        var all = entries.of(facility, id);
        var since = all.stream().filter(it -> it.version() > seen).toList();
        var basis = Past.before(stands, since, all);
        var wanted = change.apply(basis);
        var theirs = contested(basis, wanted, stands, since);
        if (!theirs.isEmpty() && action.decision().isPresent()) {
            return new Outcome.Contested(action.decision().get(), wanted, theirs);
        }
        var merged = stands;
        for (var part : Wish.Part.values()) {
            if (!wanted.agrees(part, basis)) {
                merged = merged.taking(part, wanted);
            }
        }
        return merged.equals(stands) ? new Outcome.KeptBefore(stands) : keep(facility, action, merged, key, at);
    }

    /// Lays down what was decided above for several facilities, this one among them. The facility's own people
    /// cannot: for them [#decide] answers [Outcome.Elsewhere].
    @Transactional
    public Outcome layDown(FacilityId facility, ActionId id, UnaryOperator<Wish> change, UUID key) {
        store.oneAtATime(facility, id);
        var action = plans.action(facility, id);
        var wanted = change.apply(action.wish());
        return wanted.equals(action.wish()) || entries.knows(facility, id, key)
                ? new Outcome.KeptBefore(action.wish())
                : keep(facility, action, wanted, key, clock.instant());
    }

    /// Takes back the change that led to version `seen`, if it is still the last one.
    @Transactional
    public Outcome undo(FacilityId facility, ActionId id, int seen, UUID key) {
        store.oneAtATime(facility, id);
        var action = plans.action(facility, id);
        var above = alongside.shared(facility, id);
        if (above.isPresent()) {
            return new Outcome.Elsewhere(above.get());
        }
        var all = entries.of(facility, id);
        var last = all.stream().filter(it -> it.version() == seen).toList();
        if (action.version() != seen || last.isEmpty() || entries.knows(facility, id, key)) {
            return new Outcome.KeptBefore(action.wish());
        }
        var stands = action.decision().map(Decision::wish).orElse(Wish.NONE);
        var past = Past.before(stands, last, all);
        return past.equals(stands)
                ? new Outcome.KeptBefore(stands)
                : keep(facility, action, past, key, clock.instant());
    }

    private static List<Wish.Part> contested(Wish basis, Wish wanted, Wish stands, List<Entry> since) {
        var parts = new ArrayList<Wish.Part>();
        for (var part : Wish.Part.values()) {
            var othersChangedIt = since.stream()
                    .anyMatch(it -> it.kind() == Entry.Kind.of(part) && !it.by().equals(author()));
            if (othersChangedIt && !wanted.agrees(part, basis) && !wanted.agrees(part, stands)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private Outcome keep(FacilityId facility, Action action, Wish wanted, UUID key, Instant now) {
        var before = action.wish();
        var version = action.version() + 1;
        var doneAt = wanted.status() == Status.DONE
                ? action.decision()
                        .flatMap(Decision::doneAt)
                        .filter(_ -> before.status() == Status.DONE)
                        .or(() -> Optional.of(now))
                : Optional.<Instant>empty();
        var decision = new Decision(
                facility,
                action.id(),
                action.title(),
                wanted,
                doneAt,
                provenUntil(action),
                new Decision.Version(version, Actors.current().name(), now));
        store.put(decision);
        Arrays.stream(Wish.Part.values())
                .filter(it -> !wanted.agrees(it, before))
                .map(it -> new Entry(
                        action.id(),
                        version,
                        Entry.Kind.of(it),
                        before.written(it),
                        wanted.written(it),
                        it == Wish.Part.STATUS ? wanted.reason() : "",
                        author(),
                        now))
                .forEach(it -> entries.add(facility, it, Optional.of(key)));
        if (!wanted.agrees(Wish.Part.STATUS, before)) {
            audit.record(
                    "plan.action.decided",
                    Optional.of(facility.node()),
                    action.title().fr(),
                    (wanted.status().code() + " " + wanted.reason()).strip());
        }
        if (wanted.status() == Status.DONE && before.status() != Status.DONE) {
            events.publishEvent(new ActionDone(facility, action.id(), now));
        }
        return new Outcome.Kept(decision, before);
    }

    /// @return whether it is new; an empty comment is none
    @Transactional
    public boolean comment(FacilityId facility, ActionId id, String text, UUID key) {
        var words = text.strip();
        if (words.isEmpty()) {
            return false;
        }
        var kept = words.length() <= LONGEST_COMMENT ? words : words.substring(0, LONGEST_COMMENT);
        return add(facility, id, Entry.Kind.COMMENT, kept, "", key);
    }

    /// Keeps a file with the action.
    @Transactional
    public boolean attach(FacilityId facility, ActionId id, String name, byte[] content, UUID key) {
        var file = attachments.keep(facility, name, content);
        return add(facility, id, Entry.Kind.FILE, file.id().value().toString(), file.name(), key);
    }

    private boolean add(FacilityId facility, ActionId id, Entry.Kind kind, String after, String note, UUID key) {
        var version = plans.action(facility, id).version();
        return entries.add(
                facility, new Entry(id, version, kind, "", after, note, author(), clock.instant()), Optional.of(key));
    }

    @Transactional
    public void capacity(FacilityId facility, double days) {
        store.putCapacity(
                facility, new Capacity(days, true).days(), Actors.current().name(), clock.instant());
    }

    static Optional<Instant> provenUntil(Action action) {
        return action.proving() instanceof Proving.Proven(var until)
                ? Optional.of(until.isBefore(FAR) ? until : FAR)
                : Optional.empty();
    }

    /// As far as the database needs to remember that something needs no renewal.
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static Entry.Author author() {
        return switch (Actors.current()) {
            case Actor.Person person -> new Entry.Author(person.name(), Optional.of(person.account()));
            case Actor other -> new Entry.Author(other.name(), Optional.empty());
        };
    }
}
