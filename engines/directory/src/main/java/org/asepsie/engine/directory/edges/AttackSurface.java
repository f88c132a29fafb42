package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.graph.AttackGraph;
import org.asepsie.engine.directory.graph.AttackGraphBuilder;
import org.asepsie.engine.directory.graph.ChokePoints;
import org.asepsie.engine.directory.graph.Cut;
import org.asepsie.engine.directory.graph.MinimumCut;
import org.asepsie.engine.directory.graph.Prices;
import org.asepsie.engine.directory.graph.Reach;

/// The attack paths of one forest: the graph, and the meaning of its numbers. A node is the object of the same index, a
/// kind is an [EdgeKind]'s ordinal, a unit is in `remedies`. Only edges that a path may follow are in the graph.
public record AttackSurface(Forest forest, AttackGraph graph, Remedies remedies, TierZero tierZero) {
    public static AttackSurface of(Forest forest) {
        return of(forest, Set.of());
    }

    /// The same as if `done` had been removed already: every edge, and the top, worked out anew.
    public static AttackSurface of(Forest forest, Set<Remedy> done) {
        var builder = new AttackGraphBuilder(forest.size());
        var remedies = AttackEdges.derive(forest, done, (from, kind, to, units) -> {
            if (kind.followed()) {
                builder.edge(from, to, kind.ordinal(), units);
            }
        });
        return new AttackSurface(forest, builder.build(), remedies, TierZero.of(forest, done));
    }

    /// The forest as it would be after these removals, with every edge worked out anew: the exact what-if, and the
    /// proof
    /// of a cut. [Reach] with a scenario answers faster, and errs on the side of danger where an edge needs several
    /// rights. The top is worked out anew too: who is taken out of it counts as anyone else.
    public AttackSurface without(Set<Remedy> done) {
        return of(forest, done);
    }

    /// Who reaches the top, how far, and by which shortest path.
    public Reach reach() {
        return Reach.of(graph, tierZero.nodes());
    }

    /// The accounts below the top that reach it.
    public BitSet exposed() {
        var result = tierZero.principals();
        result.and(reach().reached());
        return result;
    }

    public ChokePoints chokePoints() {
        return ChokePoints.of(graph, tierZero.nodes(), tierZero.principals());
    }

    /// The fewest removals after which no account below the top reaches it.
    public Cut cheapestCut() {
        return cheapestCut(Prices.even(remedies.size()), List.of());
    }

    /// @param prices of all units of `remedies` and of the requirements
    /// @param requirements of each, one unit at least is removed: see [MinimumCut]
    public Cut cheapestCut(Prices prices, List<int[]> requirements) {
        return MinimumCut.of(
                graph, tierZero.principals(), tierZero.nodes(), prices, requirements, MinimumCut.USUAL_EFFORT);
    }

    /// The meaning of some units, in their order.
    public List<Remedy> remedies(List<Integer> units) {
        var result = new ArrayList<Remedy>();
        units.forEach(it -> result.add(remedies.get(it)));
        return result;
    }
}
