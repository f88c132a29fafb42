package org.asepsie.app.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.facility.FacilityId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Findings a facility lives with for the time being. They never change a level or a count: what is accepted is still
/// there.
@Service
public class Acceptances {
    public static final int LONGEST_REASON = 1_000;
    /// Nobody can promise more than two years ahead; then the question is asked again.
    private static final int MOST_YEARS = 2;

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final AcceptanceStore store;
    private final Audit audit;
    private final Clock clock;

    Acceptances(AcceptanceStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /// Why an acceptance was refused; the code completes a key of the wording.
    public enum Problem {
        REASON,
        PAST,
        TOO_FAR
    }

    /// What is wrong with one, empty if nothing is.
    public Optional<Problem> problem(LocalDate until, String reason) {
        if (reason.isBlank()) {
            return Optional.of(Problem.REASON);
        }
        if (until.isBefore(today())) {
            return Optional.of(Problem.PAST);
        }
        return until.isAfter(today().plusYears(MOST_YEARS)) ? Optional.of(Problem.TOO_FAR) : Optional.empty();
    }

    /// @param object SID or GUID, empty for every object of the point
    /// @throws IllegalArgumentException if there is a problem
    @Transactional
    public void accept(
            FacilityId facility, String point, String object, String objectName, LocalDate until, String reason) {
        problem(until, reason).ifPresent(it -> {
            throw new IllegalArgumentException("cannot be accepted: " + it);
        });
        var kept = reason.strip();
        store.add(
                facility,
                new Acceptance(
                        UUID.randomUUID(),
                        point,
                        object,
                        objectName,
                        until,
                        kept.length() <= LONGEST_REASON ? kept : kept.substring(0, LONGEST_REASON),
                        Actors.current().name(),
                        clock.instant()));
        audit.record(
                "directory.action.accepted",
                Optional.of(facility.node()),
                point + (objectName.isEmpty() ? "" : " · " + objectName),
                until + " · " + kept);
    }

    @Transactional
    public void withdraw(FacilityId facility, UUID id) {
        if (store.withdraw(facility, id, Actors.current().name(), clock.instant())) {
            audit.record("directory.action.acceptance-withdrawn", Optional.of(facility.node()), id.toString(), "");
        }
    }

    /// Those not withdrawn; ask each whether it still holds.
    @Transactional(readOnly = true)
    public List<Acceptance> of(FacilityId facility) {
        return store.standing(facility);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
