package org.asepsie.app.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.assessment.Frozen;
import org.asepsie.app.assessment.History;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Outcome;
import org.asepsie.engine.plan.Planner;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was expected of a plan, next to what really happened.
@Service
public class Forecasts {
    private final Schedules schedules;
    private final Bases bases;
    private final Plans plans;
    private final History history;
    private final AsideStore store;
    private final Asides asides;

    Forecasts(Schedules schedules, Bases bases, Plans plans, History history, AsideStore store, Asides asides) {
        this.schedules = schedules;
        this.bases = bases;
        this.plans = plans;
        this.history = history;
        this.store = store;
        this.asides = asides;
    }

    public enum Origin {
        /// The plan that was adopted.
        ADOPTED,
        /// The one that would have been made when a diagnosis was closed, with the means of today.
        LOOKED_BACK,
        /// The plan of today: nothing has happened yet.
        TODAY
    }

    /// What really was at the end of a quarter, or by today in the one under way.
    ///
    /// @param score as said, from a diagnosis closed in that quarter; empty when none was
    /// @param harm weighed hours of care a year, from the same diagnosis
    /// @param actions done since the beginning of the plan, `proven` of them proven today
    /// @param days and `euros`: what these actions usually take
    public record Real(
            int quarter,
            Optional<Double> score,
            Optional<Double> harm,
            int actions,
            int proven,
            double days,
            double euros) {}

    /// @param since when the expectation was made, and `by` whom
    public record Compared(Basis basis, Expected expected, Origin origin, Instant since, String by, List<Real> real) {
        public Quarter quarter(int number) {
            return expected.first().plus(number);
        }
    }

    /// Empty while there is neither a plan nor anything to look back on.
    @Transactional(readOnly = true)
    public Optional<Compared> adopted(FacilityId facility) {
        return store.newest(facility).map(it -> compared(facility, it.expected(), Origin.ADOPTED, it.at(), it.by()));
    }

    /// What the plan of today leads to.
    public Optional<Compared> today(FacilityId facility) {
        return schedules.of(facility) instanceof Schedule.Made made
                ? Optional.of(new Compared(
                        made.basis(), Expected.of(made.basis(), made.plan()), Origin.TODAY, made.at(), "", List.of()))
                : Optional.empty();
    }

    /// The newest diagnosis closed at least a quarter ago, from which one can look back.
    @Transactional(readOnly = true)
    public Optional<Frozen> lookBackFrom(FacilityId facility) {
        var basis = bases.of(facility);
        return history.of(facility).stream()
                .filter(it -> it.instrument()
                        .framework()
                        .equals(basis.questionnaire().framework().id()))
                .filter(it -> Quarter.of(Basis.day(it.asOf())).compareTo(basis.start()) < 0)
                .max(Comparator.comparing(Frozen::asOf));
    }

    /// What the plan would have expected if it had been made when a diagnosis was closed. Computed aside.
    public Aside<Compared> lookBack(FacilityId facility, Frozen from) {
        var kind = "back-" + from.id().value();
        var fingerprint = bases.of(facility).fingerprint();
        var found = asides.of(facility, kind, fingerprint, Expected.class, _ -> expectedAt(facility, from.asOf()));
        return switch (found) {
            case Aside.Ready<Expected>(var expected) ->
                new Aside.Ready<>(compared(facility, expected, Origin.LOOKED_BACK, from.asOf(), from.by()));
            case Aside.UnderWay<Expected>(var done, var total) -> new Aside.UnderWay<>(done, total);
            case Aside.Failed<Expected> _ -> new Aside.Failed<>();
        };
    }

    private Expected expectedAt(FacilityId facility, Instant at) {
        var basis = bases.of(facility, at);
        var request = basis.request().with(List.of());
        if (!(new Planner(Effort.QUICK).plan(request) instanceof Outcome.Planned(var plan))) {
            throw new IllegalStateException("a plan without any wish is always possible");
        }
        return Expected.of(basis, plan);
    }

    private Compared compared(FacilityId facility, Expected expected, Origin origin, Instant since, String by) {
        var basis = bases.of(facility);
        return new Compared(basis, expected, origin, since, by, real(facility, basis, expected, since));
    }

    private List<Real> real(FacilityId facility, Basis basis, Expected expected, Instant since) {
        var closed = history.of(facility).stream()
                .filter(it -> it.instrument()
                        .framework()
                        .equals(basis.questionnaire().framework().id()))
                .toList();
        var done = plans.decided(facility).stream()
                .filter(it -> it.id().kind() == ActionId.Kind.DO)
                .filter(it -> doneAt(it).filter(at -> !at.isBefore(since)).isPresent())
                .toList();
        var real = new ArrayList<Real>();
        for (var number = 0; number < expected.quarters().size(); number++) {
            var quarter = expected.first().plus(number);
            if (quarter.compareTo(basis.start()) > 0) {
                break;
            }
            real.add(real(facility, number, quarter, basis, closed, done, since));
        }
        return real;
    }

    private Real real(
            FacilityId facility,
            int number,
            Quarter quarter,
            Basis basis,
            List<Frozen> closed,
            List<Action> done,
            Instant since) {
        var by = done.stream()
                .filter(it -> doneAt(it)
                        .filter(at -> Quarter.of(Basis.day(at)).compareTo(quarter) <= 0)
                        .isPresent())
                .toList();
        var standing = quarter.equals(basis.start())
                ? Optional.of(basis)
                : closed.stream()
                        .filter(it -> it.asOf().isAfter(since))
                        .filter(it -> Quarter.of(Basis.day(it.asOf())).equals(quarter))
                        .max(Comparator.comparing(Frozen::asOf))
                        .map(it -> bases.of(facility, it.asOf()));
        return new Real(
                number,
                standing.map(it -> it.outlook().after(List.of()).score().value()),
                standing.map(Standing::harmPerYear),
                by.size(),
                (int) by.stream()
                        .filter(it -> it.stage() == Action.Stage.PROVEN)
                        .count(),
                by.stream().mapToDouble(it -> it.effort().days().middle()).sum(),
                by.stream().mapToDouble(it -> it.effort().euros().middle()).sum());
    }

    private static Optional<Instant> doneAt(Action action) {
        return action.stage() == Action.Stage.DISMISSED
                ? Optional.empty()
                : action.decision().flatMap(it -> it.doneAt());
    }
}
