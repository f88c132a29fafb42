package org.asepsie.app.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Change;
import org.asepsie.knowledge.Measure.Skill;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what an establishment says it can spend, the dates that bind it, and what it moves by hand. Each of these is
/// written in the audit trail; the plan by quarter follows at the next look at it.
@Service
public class MeansAndWishes {
    private final WishStore store;
    private final Bases bases;
    private final Schedules schedules;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MeansAndWishes(
            WishStore store,
            Bases bases,
            Schedules schedules,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.bases = bases;
        this.schedules = schedules;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// All that decides the plan, without computing it.
    public Basis basis(FacilityId facility) {
        return bases.of(facility);
    }

    public void give(FacilityId facility, OwnMeans means) {
        transaction.executeWithoutResult(_ -> {
            var subject = bases.of(facility).facility();
            store.put(facility, means, Actors.current().name(), clock.instant());
            audit.record("schedule.action.means", Optional.of(facility.node()), subject.name(), written(means));
        });
    }

    /// Back to what kind and size propose.
    public void forget(FacilityId facility) {
        transaction.executeWithoutResult(_ -> {
            var subject = bases.of(facility).facility();
            store.forgetMeans(facility);
            audit.record("schedule.action.means-forgotten", Optional.of(facility.node()), subject.name(), "");
        });
    }

    private static String written(OwnMeans means) {
        var text = new StringBuilder();
        for (var role : Skill.values()) {
            text.append(role.name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(means.day(role))
                    .append(", ");
        }
        return text.append(means.euros())
                .append(" EUR, ")
                .append(means.quarters())
                .append(" T")
                .toString();
    }

    public void bind(
            FacilityId facility, String title, LocalDate by, List<MeasureId> measures, Optional<String> proposal) {
        transaction.executeWithoutResult(_ -> {
            store.put(
                    facility,
                    new BindingDay(
                            UUID.randomUUID(),
                            title.strip(),
                            by,
                            measures,
                            proposal,
                            new BindingDay.Author(Actors.current().name(), clock.instant())));
            audit.record("schedule.action.date", Optional.of(facility.node()), title.strip(), by + " " + measures);
        });
    }

    public void unbind(FacilityId facility, UUID day) {
        transaction.executeWithoutResult(_ -> {
            var known = store.days(facility).stream()
                    .filter(it -> it.id().equals(day))
                    .findFirst();
            if (known.isPresent() && store.remove(facility, day)) {
                audit.record(
                        "schedule.action.date-removed",
                        Optional.of(facility.node()),
                        known.get().title(),
                        known.get().by().toString());
            }
        });
    }

    /// Moves a measure by hand; the rest is computed around it, and the price of the choice is kept with the plan.
    public Schedule move(FacilityId facility, MeasureId measure, HandMove.Kind kind, Optional<Quarter> quarter) {
        var move = new HandMove(measure, kind, quarter, Actors.current().name(), clock.instant());
        return changed(facility, measure, kind.code(), () -> {
            store.put(facility, move);
            return quarter.map(it -> kind.code() + " " + it).orElse(kind.code());
        });
    }

    /// Takes the move back: the measure goes where the plan wants it.
    public Schedule takeBack(FacilityId facility, MeasureId measure) {
        return changed(facility, measure, "undone", () -> {
            store.take(facility, measure);
            return "undone";
        });
    }

    /// The same for many measures at once, as an aim asks.
    public Schedule force(FacilityId facility, List<MeasureId> measures) {
        transaction.executeWithoutResult(_ -> {
            var basis = bases.of(facility);
            for (var measure : measures) {
                if (basis.move(measure).isEmpty()) {
                    store.put(
                            facility,
                            new HandMove(
                                    measure,
                                    HandMove.Kind.FORCED,
                                    Optional.empty(),
                                    Actors.current().name(),
                                    clock.instant()));
                    record(facility, basis, measure, HandMove.Kind.FORCED.code());
                }
            }
        });
        return schedules.of(facility);
    }

    private Schedule changed(
            FacilityId facility, MeasureId measure, String deed, java.util.function.Supplier<String> change) {
        var before = schedules.of(facility);
        transaction.executeWithoutResult(_ -> record(facility, before.basis(), measure, change.get()));
        var after = schedules.of(facility);
        if (before instanceof Schedule.Made(var _, var stood, var _, var _)
                && after instanceof Schedule.Made made
                && stood.request().horizon().equals(made.plan().request().horizon())) {
            return schedules.priced(
                    facility,
                    made,
                    Price.of(
                            measure,
                            deed,
                            Change.between(stood, made.plan()),
                            stood.avoided().weighed()));
        }
        return after;
    }

    private void record(FacilityId facility, Basis basis, MeasureId measure, String detail) {
        var title =
                basis.catalogue().measure(measure).map(it -> it.title().fr()).orElse(measure.value());
        audit.record("schedule.action.moved", Optional.of(facility.node()), title, detail);
    }
}
