package org.asepsie.app.plan.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Alongside;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.Reopenings;

/// The plan as it is shown: this quarter first, what is done apart from what is proven.
///
/// @param steers whether the person may change it; others read, and comment on the page of an action
/// @param begun whether anything was answered: a plan made of silence says so
public record PlanPage(
        Plan plan,
        Filter filter,
        List<Action> first,
        List<Plan.Share> near,
        List<Plan.Share> far,
        List<String> owners,
        Map<ActionId, Aid> aids,
        Standing standing,
        Beside beside) {
    /// This quarter and the three after it are shown open; the rest is folded.
    private static final int NEAR = 4;

    private static final int QUARTERS_AHEAD = 8;

    /// @param changed the action that was just changed, or an empty string: its line offers to undo
    /// @param undoable the lines that were just changed together, each `action@version`, with commas between
    public record Standing(boolean steers, boolean begun, String changed, String undoable, UUID key) {}

    /// @param steersAbove whether the person may decide lines for several facilities, this one among them
    public record Beside(
            Map<ActionId, Alongside.SharedLine> shared,
            Map<ActionId, Reopenings.Reopened> reopened,
            List<Alongside.Notice> notices,
            boolean steersAbove) {
        Marks marks(ActionId id) {
            return new Marks(Optional.ofNullable(shared.get(id)), Optional.ofNullable(reopened.get(id)));
        }
    }

    /// What a line says of itself beside what was decided.
    ///
    /// @param reopened why evidence opened it again
    public record Marks(Optional<Alongside.SharedLine> shared, Optional<Reopenings.Reopened> reopened) {}

    static PlanPage of(Plan plan, Filter filter, Function<Action, Stream<Aid>> aids, Standing standing, Beside beside) {
        var shares = plan.shares().stream()
                .map(share -> new Plan.Share(
                        share.quarter(),
                        share.actions().stream()
                                .filter(it -> filter.keeps(it, plan.today()))
                                .sorted(filter.order())
                                .toList()))
                .filter(it -> !it.actions().isEmpty())
                .toList();
        var horizon = plan.quarter().plus(NEAR);
        return new PlanPage(
                plan,
                filter,
                filter.active() ? List.of() : plan.first(3),
                shares.stream()
                        .filter(it -> it.quarter().compareTo(horizon) < 0)
                        .toList(),
                shares.stream()
                        .filter(it -> it.quarter().compareTo(horizon) >= 0)
                        .toList(),
                owners(plan),
                firstAids(plan, aids),
                standing,
                beside);
    }

    static List<String> owners(Plan plan) {
        return plan.actions().stream()
                .map(it -> it.wish().owner())
                .filter(it -> !it.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<ActionId, Aid> firstAids(Plan plan, Function<Action, Stream<Aid>> aids) {
        var found = new HashMap<ActionId, Aid>();
        plan.actions().stream()
                .filter(it -> it.advice() instanceof Advice.Carry)
                .forEach(it -> aids.apply(it).findFirst().ifPresent(aid -> found.put(it.id(), aid)));
        return Map.copyOf(found);
    }

    public List<Quarter> quartersAhead() {
        return IntStream.range(0, QUARTERS_AHEAD)
                .mapToObj(it -> plan.quarter().plus(it))
                .toList();
    }

    public boolean current(Quarter quarter) {
        return quarter.equals(plan.quarter());
    }

    public Plan.Share all(List<Plan.Share> shares) {
        return new Plan.Share(
                plan.quarter(),
                shares.stream().flatMap(it -> it.actions().stream()).toList());
    }

    public List<Action> unproven() {
        return plan.at(Action.Stage.UNPROVEN);
    }

    public List<Action> proven() {
        return plan.at(Action.Stage.PROVEN);
    }

    public List<Action> dismissed() {
        return plan.at(Action.Stage.DISMISSED);
    }

    public Line line(Action action) {
        return new Line(
                action,
                Optional.ofNullable(aids.get(action.id())),
                standing.steers(),
                standing.changed().equals(action.id().toString()),
                "",
                beside.marks(action.id()),
                UUID.randomUUID());
    }

    /// One line, alone too when only it changes.
    ///
    /// @param trouble who changed it in between, or an empty string
    /// @param key of the forms on it
    public record Line(
            Action action, Optional<Aid> aid, boolean steers, boolean changed, String trouble, Marks marks, UUID key) {
        /// A shared line is decided above, whoever reads it here.
        public boolean movable() {
            return steers && marks.shared().isEmpty();
        }
    }
}
