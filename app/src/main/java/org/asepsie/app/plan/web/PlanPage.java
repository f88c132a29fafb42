package org.asepsie.app.plan.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Quarter;

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
        Standing standing) {
    /// This quarter and the three after it are shown open; the rest is folded.
    private static final int NEAR = 4;

    /// @param changed the action that was just changed, or an empty string: its line offers to undo
    public record Standing(boolean steers, boolean begun, String changed, UUID key) {}

    static PlanPage of(Plan plan, Filter filter, Function<Action, Stream<Aid>> aids, Standing standing) {
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
                standing);
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
                UUID.randomUUID());
    }

    /// One line, alone too when only it changes.
    ///
    /// @param trouble who changed it in between, or an empty string
    /// @param key of the forms on it
    public record Line(Action action, Optional<Aid> aid, boolean steers, boolean changed, String trouble, UUID key) {}
}
