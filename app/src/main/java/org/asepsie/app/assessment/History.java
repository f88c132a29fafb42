package org.asepsie.app.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Keeping;
import org.asepsie.app.facility.Kept;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Comparison;
import org.asepsie.engine.maturity.InstrumentUpgrade;
import org.asepsie.engine.maturity.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Diagnoses that were closed: kept whole, never changed, computed again at will, compared with today.
@Service
public class History {
    /// After a year a diagnosis says more about the past than about the house: closing it again is suggested.
    static final Duration A_YEAR = Duration.ofDays(365);

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    /// Comparisons, some tens of kB each.
    private static final int KEPT = 200;

    private final FrozenStore store;
    private final Dossiers dossiers;
    private final Questionnaires questionnaires;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Kept<String, Optional<Since>> comparisons;

    History(
            FrozenStore store,
            Dossiers dossiers,
            Questionnaires questionnaires,
            ApplicationEventPublisher events,
            Keeping keeping,
            Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.questionnaires = questionnaires;
        this.events = events;
        this.clock = clock;
        this.comparisons = keeping.atMost(KEPT);
    }

    /// Closes the diagnosis as it stands now. Answers go on; what was closed stays as it is. The button pressed twice
    /// closes it once.
    @Transactional
    public Frozen close(FacilityId facility, String framework) {
        store.oneAtATime(facility, framework);
        var now = clock.instant();
        return store.last(facility, framework, now.plus(A_MOMENT))
                .filter(it -> it.asOf().isAfter(now.minus(A_MOMENT)))
                .filter(it -> it.agreesWith(standing(facility, framework, now)))
                .orElseGet(() -> close(facility, framework, now));
    }

    private Standing standing(FacilityId facility, String framework, Instant now) {
        return questionnaires
                .of(facility, framework)
                .assessor()
                .assess(dossiers.of(facility, now), now)
                .overall();
    }

    /// Closes the diagnosis as it stood at a moment that is past: what a demonstration or an import knows of
    /// before.
    @Transactional
    public Frozen close(FacilityId facility, String framework, Instant now) {
        var assessor = questionnaires.of(facility, framework).assessor();
        var dossier = dossiers.of(facility, now);
        var result = assessor.assess(dossier, now);
        var overall = result.overall();
        var frozen = new Frozen(
                new FrozenId(UUID.randomUUID()),
                facility,
                result.instrument(),
                now,
                Actors.current().name(),
                overall.proven().score(),
                overall.said().score(),
                overall.possible().score());
        store.add(frozen, Snapshot.of(assessor.instrument(), dossier, result));
        events.publishEvent(new AssessmentFrozen(facility, frozen.instrument(), frozen.id(), now));
        return frozen;
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<Frozen> of(FacilityId facility) {
        return store.of(facility);
    }

    /// The closed diagnoses of many facilities by one framework, oldest first: their trends, in one query.
    @Transactional(readOnly = true)
    public Map<FacilityId, List<Frozen>> trends(Collection<FacilityId> facilities, String framework) {
        var trends = new LinkedHashMap<FacilityId, List<Frozen>>();
        store.of(facilities, framework)
                .forEach(it -> trends.computeIfAbsent(it.facility(), _ -> new ArrayList<>())
                        .add(it));
        return trends;
    }

    @Transactional(readOnly = true)
    public Optional<Closed> find(FacilityId facility, FrozenId id) {
        return store.byId(facility, id).map(it -> new Closed(it, store.snapshot(it)));
    }

    /// One closed diagnosis with all it takes to compute it again.
    public record Closed(Frozen line, Snapshot snapshot) {}

    /// What changed since the diagnosis closed last, the change of questionnaire told apart from real progress.
    @Transactional(readOnly = true)
    public Optional<Since> since(FacilityId facility, String framework, Instant now) {
        return comparisons.of(facility, framework, now, () -> compared(facility, framework, now));
    }

    private Optional<Since> compared(FacilityId facility, String framework, Instant now) {
        return store.last(facility, framework, now).map(line -> {
            var then = store.snapshot(line);
            var upgrade = new InstrumentUpgrade(
                    Assessor.of(then.instrument()),
                    questionnaires.of(facility, framework).assessor(),
                    questionnaires.moves());
            return new Since(line, upgrade.compare(then.dossier(), then.moment(), dossiers.of(facility, now), now));
        });
    }

    public record Since(Frozen line, Comparison comparison) {}

    /// Whether it is time to suggest closing: something was answered, and nothing was closed for a year.
    @Transactional(readOnly = true)
    public boolean suggested(FacilityId facility, String framework, double answered) {
        var now = clock.instant();
        var last = store.last(facility, framework, now.plusNanos(1));
        return last.map(it -> it.asOf().isBefore(now.minus(A_YEAR))).orElse(answered >= 1);
    }
}
