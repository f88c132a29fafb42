package org.asepsie.app.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.evidence.EvidenceRefused.Problem;
import org.asepsie.app.facility.FacilityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The place where everything that is known of an establishment is recorded and found again.
@Service
public class EvidenceHub {
    private final EvidenceStore store;
    private final AttachmentStore files;
    private final Yardsticks yardsticks;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    EvidenceHub(
            EvidenceStore store,
            AttachmentStore files,
            Yardsticks yardsticks,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.yardsticks = yardsticks;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// Records a value, or gives back the one already recorded under the same client key.
    ///
    /// @throws EvidenceRefused if it cannot be believed as it is; nothing is then recorded
    @Transactional
    public Evidence record(NewEvidence given) {
        return record(given, clock.instant());
    }

    /// The same as it was entered at a moment that is past: what a demonstration or an import knows of before.
    ///
    /// @throws EvidenceRefused if it cannot be believed as it is; nothing is then recorded
    @Transactional
    public Evidence record(NewEvidence given, Instant now) {
        var yardstick = yardsticks
                .of(given.indicator())
                .orElseThrow(() -> new EvidenceRefused(Problem.UNKNOWN_INDICATOR, given.indicator()));
        yardstick.check(given.value());
        var piece = new Evidence(
                new EvidenceId(UUID.randomUUID()),
                given.facility(),
                given.indicator(),
                given.value(),
                given.grade(),
                validity(given, yardstick, now),
                new Evidence.Origin(given.source(), Actors.current().name(), now),
                given.proof(),
                given.note());
        var before = given.once().flatMap(it -> store.byKey(given.facility(), it));
        if (before.isPresent()) {
            return same(before.get(), given);
        }
        checkProof(given);
        given.correction().ifPresent(it -> checkReplaceable(given.facility(), given.indicator(), it.of(), it.reason()));
        if (!added(piece, given)) {
            return same(
                    store.byKey(given.facility(), given.once().orElseThrow()).orElseThrow(), given);
        }
        tell(piece.facility(), piece.indicator(), piece.id(), now);
        return piece;
    }

    /// Takes a value back. It stays readable in the history, with the reason.
    @Transactional
    public void withdraw(FacilityId facility, EvidenceId id, String reason) {
        var piece =
                store.byId(facility, id).orElseThrow(() -> new EvidenceRefused(Problem.UNKNOWN_EVIDENCE, id.value()));
        checkReplaceable(facility, piece.indicator(), id, reason);
        var withdrawal = new EvidenceId(UUID.randomUUID());
        var now = clock.instant();
        try {
            store.withdraw(withdrawal, id, reason.strip(), Actors.current().name(), now);
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw new EvidenceRefused(Problem.ALREADY_REPLACED, piece.indicator());
        }
        audit.record(
                "evidence.action.withdrawn",
                Optional.of(facility.node()),
                piece.indicator().value(),
                piece.value().toPlainString() + " · " + reason.strip());
        tell(facility, piece.indicator(), withdrawal, now);
    }

    /// For each indicator of which anything is known at `asOf`: the piece that counts, and the others. Sorted by
    /// indicator.
    @Transactional(readOnly = true)
    public List<Indication> current(FacilityId facility, Instant asOf) {
        return currentOf(List.of(facility), asOf).getOrDefault(facility, List.of());
    }

    /// The same for many establishments in one query. One of which nothing is known has no entry.
    @Transactional(readOnly = true)
    public Map<FacilityId, List<Indication>> currentOf(Collection<FacilityId> facilities, Instant asOf) {
        var pieces = new LinkedHashMap<FacilityId, Map<IndicatorId, List<Evidence>>>();
        for (var piece : store.current(facilities, asOf)) {
            pieces.computeIfAbsent(piece.facility(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(piece.indicator(), _ -> new ArrayList<>(2))
                    .add(piece);
        }
        var known = new LinkedHashMap<FacilityId, List<Indication>>();
        pieces.forEach((facility, byIndicator) -> known.put(
                facility,
                byIndicator.entrySet().stream()
                        .map(it -> Indication.of(it.getKey(), it.getValue(), asOf))
                        .toList()));
        return known;
    }

    /// What was ever recorded of one indicator, newest first, withdrawn and corrected values included.
    @Transactional(readOnly = true)
    public List<PastEvidence> history(FacilityId facility, IndicatorId indicator) {
        return store.history(facility, indicator);
    }

    /// The pieces that count at `asOf` and no longer will at `limit`, first to end first.
    @Transactional(readOnly = true)
    public List<Evidence> expiringBefore(Collection<FacilityId> facilities, Instant asOf, Instant limit) {
        return currentOf(facilities, asOf).values().stream()
                .flatMap(List::stream)
                .flatMap(it -> it.counting().stream())
                .filter(it -> it.validity().overAt(limit))
                .sorted(Comparator.comparing(it -> it.validity().until()))
                .toList();
    }

    /// When anything was last recorded of each of many establishments, in one query.
    @Transactional(readOnly = true)
    public Map<FacilityId, Instant> lastRecorded(Collection<FacilityId> facilities) {
        return store.lastRecorded(facilities);
    }

    private boolean added(Evidence piece, NewEvidence given) {
        try {
            return store.add(piece, given.once(), given.correction());
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw new EvidenceRefused(Problem.ALREADY_REPLACED, piece.indicator());
        }
    }

    private Evidence.Validity validity(NewEvidence given, Yardstick yardstick, Instant now) {
        if (given.observedAt().isAfter(now)) {
            throw new EvidenceRefused(Problem.IN_THE_FUTURE, given.indicator(), given.observedAt());
        }
        var until = given.until().orElseGet(() -> yardstick.believedUntil(given.observedAt()));
        if (!given.observedAt().isBefore(until)) {
            throw new EvidenceRefused(Problem.ALREADY_OVER, given.indicator(), until);
        }
        return new Evidence.Validity(given.observedAt(), until);
    }

    private void checkProof(NewEvidence given) {
        given.proof().filter(it -> files.find(given.facility(), it).isEmpty()).ifPresent(_ -> {
            throw new EvidenceRefused(Problem.UNKNOWN_PROOF, given.indicator());
        });
    }

    private void checkReplaceable(FacilityId facility, IndicatorId indicator, EvidenceId older, String reason) {
        if (reason.isBlank()) {
            throw new EvidenceRefused(Problem.REASON_MISSING, indicator);
        }
        if (store.byId(facility, older)
                .filter(it -> it.indicator().equals(indicator))
                .isEmpty()) {
            throw new EvidenceRefused(Problem.UNKNOWN_EVIDENCE, indicator);
        }
        if (store.replaced(older)) {
            throw new EvidenceRefused(Problem.ALREADY_REPLACED, indicator);
        }
    }

    private static Evidence same(Evidence before, NewEvidence given) {
        if (!before.indicator().equals(given.indicator()) || before.value().compareTo(given.value()) != 0) {
            throw new EvidenceRefused(Problem.KEY_USED_OTHERWISE, given.once().orElse(""));
        }
        return before;
    }

    private void tell(FacilityId facility, IndicatorId indicator, EvidenceId id, Instant at) {
        events.publishEvent(new EvidenceRecorded(facility, indicator, id, at));
    }
}
