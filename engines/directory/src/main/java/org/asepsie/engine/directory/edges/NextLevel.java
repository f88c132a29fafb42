package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.asepsie.engine.directory.graph.Cut;
import org.asepsie.engine.directory.graph.Prices;

/// The shortest list of actions to the next level: what the failing points of the level ask for, and the cut, at once.
///
/// An action that serves both is counted once. Solved as one minimum cut (a requirement is an edge straight from the
/// accounts to the top, held up by all its actions), so the guarantees of the cut hold: proven, or bounded on both
/// sides.
public final class NextLevel {
    private final AttackSurface surface;
    private final Map<Action, Integer> units = new LinkedHashMap<>();
    private final List<Action> beyond = new ArrayList<>();

    private NextLevel(AttackSurface surface) {
        this.surface = surface;
    }

    /// What there is to do.
    public sealed interface Answer {
        /// @param actions in a stable order: removals first
        /// @param lowerBound no list is cheaper than this
        record Actions(List<Action> actions, long cost, long lowerBound) implements Answer {
            public Actions {
                actions = List.copyOf(actions);
            }

            public boolean exact() {
                return cost == lowerBound;
            }
        }

        /// Some paths cannot be closed with the actions allowed.
        record Blocked(Cut.Impossible paths) implements Answer {}
    }

    /// @param price of an action, from 1 to [Prices#DEAREST]; 0 for one that is out of the question
    public static Answer of(AttackSurface surface, List<Requirement> requirements, ToIntFunction<Action> price) {
        return new NextLevel(surface).solve(requirements, price);
    }

    private Answer solve(List<Requirement> requirements, ToIntFunction<Action> price) {
        var sets = requirements.stream()
                .map(it -> it.actions().stream().mapToInt(this::unit).toArray())
                .toList();
        var prices = Prices.of(surface.remedies().size() + beyond.size(), unit -> price.applyAsInt(action(unit)));
        return switch (surface.cheapestCut(prices, sets)) {
            case Cut.Found found ->
                new Answer.Actions(found.units().stream().map(this::action).toList(), found.cost(), found.lowerBound());
            case Cut.Impossible impossible -> new Answer.Blocked(impossible);
        };
    }

    private int unit(Action action) {
        return units.computeIfAbsent(action, it -> switch (it) {
            case Action.Remove(var remedy) -> surface.remedies().find(remedy).orElseGet(() -> added(it));
            case Action.Mend _ -> added(it);
        });
    }

    /// Actions without edges get numbers behind those of the graph.
    private int added(Action action) {
        beyond.add(action);
        return surface.remedies().size() + beyond.size() - 1;
    }

    private Action action(int unit) {
        var first = surface.remedies().size();
        return unit < first ? new Action.Remove(surface.remedies().get(unit)) : beyond.get(unit - first);
    }
}
