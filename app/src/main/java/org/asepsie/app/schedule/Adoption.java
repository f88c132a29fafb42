package org.asepsie.app.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Outcome;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.maturity.MeasureId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the quarters of the plan on the actions that people follow. What somebody fixed stays as it is unless they
/// say otherwise, line by line; what was expected is kept, to be compared with what happens.
@Service
public class Adoption {
    private final Schedules schedules;
    private final Plans plans;
    private final Decisions decisions;
    private final AsideStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Adoption(
            Schedules schedules,
            Plans plans,
            Decisions decisions,
            AsideStore store,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.schedules = schedules;
        this.plans = plans;
        this.decisions = decisions;
        this.store = store;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public enum Kind {
        /// The action gets the quarter of the plan.
        SET,
        /// It has it already.
        SAME,
        /// Somebody fixed another quarter or a date: it stays unless they say otherwise.
        FIXED
    }

    /// What adopting would do to one action.
    ///
    /// @param fixed the quarter somebody chose, and `due` the date
    public record Step(
            MeasureId measure,
            Quarter planned,
            Optional<Quarter> fixed,
            Optional<LocalDate> due,
            int version,
            Kind kind) {}

    public record Preview(Schedule.Made made, List<Step> steps) {
        public long changes(Kind kind) {
            return steps.stream().filter(it -> it.kind() == kind).count();
        }
    }

    /// What would change; empty while there is no plan.
    public Optional<Preview> preview(FacilityId facility) {
        return schedules.of(facility) instanceof Schedule.Made made
                ? Optional.of(new Preview(made, steps(facility, made)))
                : Optional.empty();
    }

    private List<Step> steps(FacilityId facility, Schedule.Made made) {
        var decided = plans.decided(facility).stream().collect(Collectors.toMap(Action::id, it -> it));
        return made.plan().lines().stream()
                .map(line -> {
                    var action = Optional.ofNullable(decided.get(action(line.measure())));
                    var planned = made.basis().quarter(line.finish());
                    var fixed = action.flatMap(it -> it.wish().quarter());
                    var due = action.flatMap(it -> it.wish().due());
                    return new Step(
                            line.measure(),
                            planned,
                            fixed,
                            due,
                            action.map(Action::version).orElse(0),
                            kind(planned, fixed, due));
                })
                .sorted(Comparator.comparing((Step it) -> it.kind() != Kind.FIXED)
                        .thenComparing(Step::planned)
                        .thenComparing(Step::measure))
                .toList();
    }

    private static Kind kind(Quarter planned, Optional<Quarter> fixed, Optional<LocalDate> due) {
        if (fixed.isPresent()) {
            return fixed.get().equals(planned) ? Kind.SAME : Kind.FIXED;
        }
        return due.isPresent() ? Kind.FIXED : Kind.SET;
    }

    private static ActionId action(MeasureId measure) {
        return new ActionId(ActionId.Kind.DO, measure.value());
    }

    /// @param overwrite the fixed ones that give way to the plan
    /// @param key made by the page: the same form sent twice counts once
    /// @return how many actions changed; empty while there is no plan
    public Optional<Integer> adopt(FacilityId facility, Set<MeasureId> overwrite, UUID key) {
        return preview(facility).map(preview -> {
            var changed = transaction.execute(_ -> adopt(facility, preview, overwrite, key));
            return changed == null ? 0 : changed;
        });
    }

    private Integer adopt(FacilityId facility, Preview preview, Set<MeasureId> overwrite, UUID key) {
        var changed = 0;
        for (var step : preview.steps()) {
            var wanted = step.kind() == Kind.SET || (step.kind() == Kind.FIXED && overwrite.contains(step.measure()));
            if (wanted) {
                var outcome = decisions.decide(
                        facility,
                        action(step.measure()),
                        wish -> wish.withQuarter(Optional.of(step.planned())),
                        step.version(),
                        key);
                changed += outcome instanceof Outcome.Kept ? 1 : 0;
            }
        }
        store.adopt(
                facility,
                clock.instant(),
                Actors.current().name(),
                Expected.of(preview.made().basis(), preview.made().plan()));
        audit.record(
                "schedule.action.adopted",
                Optional.of(facility.node()),
                preview.made().basis().facility().name(),
                changed + " / " + preview.steps().size());
        return changed;
    }
}
