package org.asepsie.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts actions in their order and spreads them over the quarters: what is under way, what is planned by its date, then
/// what is proposed.
final class Timetable {
    private final Situation situation;

    Timetable(Situation situation) {
        this.situation = situation;
    }

    /// The actions in their order, each with its rank and, while it is open, its quarter.
    List<Action> of(List<Action> actions) {
        var ordered = inOrder(actions);
        var now = Quarter.of(situation.today());
        var quarters = new Scheduler(situation.today(), situation.capacity().days())
                .spread(ordered.stream()
                        .filter(Action::open)
                        .map(it -> new Scheduler.Task(
                                it.id(), it.effort().days().middle(), fixed(it, now), prerequisites(it)))
                        .toList());
        var ranked = new ArrayList<Action>();
        for (var action : ordered) {
            ranked.add(action.ranked(ranked.size() + 1, Optional.ofNullable(quarters.get(action.id()))));
        }
        return ranked;
    }

    private static List<Action> inOrder(List<Action> actions) {
        return actions.stream()
                .sorted(Comparator.comparingInt(Timetable::turn)
                        .thenComparing(it -> it.wish().due().orElse(LocalDate.MAX)))
                .toList();
    }

    private static int turn(Action action) {
        if (!action.open()) {
            return 3;
        }
        return switch (action.wish().status()) {
            case UNDER_WAY -> 0;
            case PLANNED -> 1;
            case PROPOSED, DONE, DISMISSED -> 2;
        };
    }

    /// What is under way belongs to today's quarter; else the quarter somebody chose, else that of the due date.
    private static Optional<Quarter> fixed(Action action, Quarter now) {
        var chosen = action.wish().quarter().or(() -> action.due().map(Quarter::of));
        var underWay = action.wish().status() == Status.UNDER_WAY;
        return (underWay ? Optional.of(now) : chosen).map(it -> it.compareTo(now) < 0 ? now : it);
    }

    private static Set<ActionId> prerequisites(Action action) {
        return action.advice() instanceof Advice.Carry(var measure, var _)
                ? measure.prerequisites().stream()
                        .map(it -> new ActionId(ActionId.Kind.DO, it.value()))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
