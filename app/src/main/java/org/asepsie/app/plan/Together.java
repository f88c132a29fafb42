package org.asepsie.app.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decides about several actions at once: all of them, or none. Nobody has to find out which half went through.
@Service
public class Together {
    private final PlanStore store;
    private final Plans plans;
    private final Decisions decisions;
    private final LaidAlongside alongside;

    Together(PlanStore store, Plans plans, Decisions decisions, LaidAlongside alongside) {
        this.store = store;
        this.plans = plans;
        this.decisions = decisions;
        this.alongside = alongside;
    }

    /// @param seen the version the person had before their eyes
    public record Change(ActionId action, int seen, UnaryOperator<Wish> wanted) {}

    public enum Reason {
        /// Somebody changed it since the person looked.
        CHANGED,
        /// It is decided above, for several facilities at once.
        SHARED,
        /// The plan has no such action, or no longer.
        UNKNOWN
    }

    /// Why one line holds all of them up.
    ///
    /// @param by who changed it, or the place where it is decided
    public record Refusal(ActionId action, Text title, Reason reason, String by, Optional<Instant> at) {}

    public sealed interface Result {
        /// @param decisions those that changed
        record Kept(List<Decision> decisions) implements Result {
            public Kept {
                decisions = List.copyOf(decisions);
            }
        }

        record Refused(List<Refusal> refusals) implements Result {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /// @param key of the form: sent twice, it counts once
    @Transactional
    public Result decide(FacilityId facility, List<Change> changes, UUID key) {
        var refusals = refusals(facility, changes);
        if (!refusals.isEmpty()) {
            return new Result.Refused(refusals);
        }
        var kept = new ArrayList<Decision>();
        for (var change : changes) {
            if (decisions.decide(facility, change.action(), change.wanted(), change.seen(), key)
                    instanceof Outcome.Kept(var decision, var _)) {
                kept.add(decision);
            }
        }
        return new Result.Kept(kept);
    }

    /// Takes back changes that were made together, if each is still the last one.
    ///
    /// @param made with the version each change led to
    @Transactional
    public Result undo(FacilityId facility, List<Change> made, UUID key) {
        var refusals = refusals(facility, made);
        if (!refusals.isEmpty()) {
            return new Result.Refused(refusals);
        }
        var undone = new ArrayList<Decision>();
        for (var one : made) {
            if (decisions.undo(facility, one.action(), one.seen(), key) instanceof Outcome.Kept(var decision, var _)) {
                undone.add(decision);
            }
        }
        return new Result.Kept(undone);
    }

    private List<Refusal> refusals(FacilityId facility, List<Change> changes) {
        // Always in the same order: of two people who change the same lines neither waits for the other for ever.
        changes.stream()
                .map(Change::action)
                .sorted(Comparator.naturalOrder())
                .distinct()
                .forEach(it -> store.oneAtATime(facility, it));
        var known = plans.singles(
                facility,
                new LinkedHashSet<>(changes.stream().map(Change::action).toList()));
        var shared = alongside.shared(facility);
        var refusals = new ArrayList<Refusal>();
        for (var change : changes) {
            var action = known.get(change.action());
            var above = shared.get(change.action());
            if (action == null) {
                var name = change.action().toString();
                refusals.add(new Refusal(change.action(), new Text(name, name), Reason.UNKNOWN, "", Optional.empty()));
            } else if (above != null) {
                refusals.add(new Refusal(action.id(), action.title(), Reason.SHARED, above.place(), Optional.empty()));
            } else if (action.version() != change.seen()) {
                var version = action.decision().map(Decision::version);
                refusals.add(new Refusal(
                        action.id(),
                        action.title(),
                        Reason.CHANGED,
                        version.map(Decision.Version::by).orElse(""),
                        version.map(Decision.Version::at)));
            }
        }
        return refusals;
    }
}
