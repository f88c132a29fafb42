package org.asepsie.app.schedule;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.plan.Parameter;
import org.asepsie.engine.plan.Situation;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Category;
import org.asepsie.knowledge.diagnosis.Planning;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Every number that the plan by quarter rests on, and what an administrator puts in place of it.
@Service
public class Parameters {
    private final ParameterStore store;
    private final Catalogues catalogues;
    private final Questionnaires questionnaires;
    private final Audit audit;
    private final Clock clock;

    Parameters(ParameterStore store, Catalogues catalogues, Questionnaires questionnaires, Audit audit, Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.questionnaires = questionnaires;
        this.audit = audit;
        this.clock = clock;
    }

    /// One number of the model.
    ///
    /// @param ours the range of the knowledge
    /// @param change what was put in its place
    public record Number(Parameter ours, Optional<ParameterChange> change) {
        public String id() {
            return ours.id();
        }

        public Range range() {
            return change.flatMap(ParameterChange::range).orElse(ours.range());
        }
    }

    /// Why a range was refused.
    public enum Refusal {
        UNKNOWN,
        NOT_A_RANGE,
        /// A share goes from 0 to 1.
        NOT_A_SHARE,
        NO_REASON
    }

    /// @param changes every decision, newest first
    public record All(Catalogue catalogue, FacilityKind kind, List<Number> numbers, List<ParameterChange> changes) {
        public Category.Family family() {
            return Bases.family(kind);
        }
    }

    /// Those that hold for every establishment of a kind, for one of 80 places; how far a measure is in place is
    /// nobody's to set: it comes from the answers.
    @Transactional(readOnly = true)
    public All of(FacilityKind kind) {
        var catalogue = catalogues.current();
        var changed = new LinkedHashMap<String, ParameterChange>();
        store.newest(kind).forEach(it -> changed.put(it.parameter(), it));
        return new All(
                catalogue,
                kind,
                situation(catalogue, kind).parameters().stream()
                        .filter(it -> it.kind() != Parameter.Kind.IN_PLACE)
                        .map(it -> new Number(it, Optional.ofNullable(changed.get(it.id()))))
                        .toList(),
                store.all(kind));
    }

    private Situation situation(Catalogue catalogue, FacilityKind kind) {
        var framework = questionnaires.madeFor(kind);
        return Planning.situation(
                catalogue,
                framework,
                new Outlook(Assessor.of(framework.instrument(Optional.empty())), Dossier.EMPTY, clock.instant()),
                new Planning.Establishment(Bases.family(kind), Bases.USUAL_PLACES),
                java.util.Set.of(),
                Map.of());
    }

    /// Puts another range in place; every plan of that kind is computed again at the next look at it.
    ///
    /// @return why not; empty when it is in place
    @Transactional
    public Optional<Refusal> put(FacilityKind kind, String parameter, double low, double high, String reason) {
        var known = situation(catalogues.current(), kind).parameters().stream()
                .filter(it -> it.id().equals(parameter) && it.kind() != Parameter.Kind.IN_PLACE)
                .findFirst();
        if (known.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        if (!(low >= 0 && low <= high && high <= 1e9)) {
            return Optional.of(Refusal.NOT_A_RANGE);
        }
        var share = switch (known.get().kind()) {
            case AT_BEST, EFFICACY, IN_PLACE -> true;
            case RATE, AMOUNT, EXCHANGE -> false;
        };
        if (share && high > 1) {
            return Optional.of(Refusal.NOT_A_SHARE);
        }
        if (reason.isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        add(kind, parameter, Optional.of(new Range(low, high)), reason.strip());
        return Optional.empty();
    }

    /// Gives the knowledge's own range back.
    @Transactional
    public void revert(FacilityKind kind, String parameter, String reason) {
        if (store.newest(kind).stream().anyMatch(it -> it.parameter().equals(parameter))) {
            add(kind, parameter, Optional.empty(), reason.isBlank() ? "–" : reason.strip());
        }
    }

    private void add(FacilityKind kind, String parameter, Optional<Range> range, String reason) {
        store.add(new ParameterChange(
                kind, parameter, range, reason, Actors.current().name(), clock.instant()));
        audit.record(
                range.isPresent() ? "schedule.action.parameter" : "schedule.action.parameter-reverted",
                Optional.empty(),
                kind.code() + " " + parameter,
                range.map(it -> it.low() + " – " + it.high() + " · ").orElse("") + reason);
    }
}
