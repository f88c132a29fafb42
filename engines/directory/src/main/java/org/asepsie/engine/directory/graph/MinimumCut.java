package org.asepsie.engine.directory.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// The cheapest set of units of remediation after which no source reaches a target.
///
/// **What is guaranteed.** The answer always separates, and none of its units is superfluous. It is proven cheapest, by
/// one maximum flow, whenever each unit's edges share their start or their end once the sources are drawn together and
/// the targets too: an entry of a descriptor (all its edges start at its trustee, inherited ones included), a
/// membership, a delegation, a session, a link, a published template. Where a unit's edges share neither, or one edge
/// needs two units that fan out on the same side, the problem is a minimum label cut (NP-hard): branch and bound proves
/// the optimum or stops after a set effort with bounds on both sides, told as [Cut.Found#lowerBound].
///
/// Each edge counts as what the directory says today. An edge derived from several rights has been derived from
/// particular holders; after the cut, derive again to see that no other combination takes its place.
public final class MinimumCut {
    /// Flows before the search for a proof is given up.
    public static final int USUAL_EFFORT = 400;

    private static final int PATHS_TOLD = 20;

    private MinimumCut() {}

    public static Cut of(AttackGraph graph, BitSet sources, BitSet targets, Prices prices) {
        return of(graph, sources, targets, prices, List.of(), USUAL_EFFORT);
    }

    /// The cheapest set that also meets `requirements`: of each, one unit at least is removed. With the failing
    /// control points as requirements this is the shortest way to the next level, paths and points together.
    ///
    /// @param prices of all units of the graph and of the requirements, which may name units without edges
    /// @throws IllegalArgumentException if a unit has no price or a requirement only protected units
    public static Cut of(
            AttackGraph graph, BitSet sources, BitSet targets, Prices prices, List<int[]> requirements, int effort) {
        if (prices.units() < graph.units()) {
            throw new IllegalArgumentException(
                    "%d prices for %d units of remediation".formatted(prices.units(), graph.units()));
        }
        for (var requirement : requirements) {
            if (Arrays.stream(requirement).allMatch(prices::isProtected)) {
                throw new IllegalArgumentException("nothing can meet this requirement, all its units are protected: "
                        + Arrays.toString(requirement));
            }
        }
        var outside = (BitSet) sources.clone();
        outside.andNot(targets);
        var network = CutNetwork.of(graph, outside, targets, prices, requirements);
        var solution = network.solve(effort);
        return solution.cost() >= MaximumFlow.ENDLESS
                ? impossible(graph, outside, targets, prices)
                : new Cut.Found(
                        network.units(solution.groups()),
                        network.units(solution.nearestSource()),
                        solution.cost(),
                        solution.lowerBound());
    }

    private static Cut.Impossible impossible(AttackGraph graph, BitSet sources, BitSet targets, Prices prices) {
        var removable = new BitSet(graph.units());
        for (var unit = 0; unit < graph.units(); unit++) {
            removable.set(unit, !prices.isProtected(unit));
        }
        var reach = Reach.of(
                graph,
                targets,
                Scenario.AS_IT_IS.withoutUnits(removable.stream().toArray()));
        var joined = sources.stream().filter(reach::reaches).boxed().toList();
        var paths = joined.stream()
                .sorted(Comparator.<Integer>comparingInt(reach::distance).thenComparing(it -> it))
                .limit(PATHS_TOLD)
                .map(reach::pathFrom)
                .toList();
        return new Cut.Impossible(joined.size(), paths);
    }
}
