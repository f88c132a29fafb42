package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.graph.AttackGraph;
import org.asepsie.engine.directory.graph.AttackGraphBuilder;

/// The graph of one forest with the meaning of its numbers: a node is the object of the same index, a kind is an
/// [EdgeKind]'s ordinal, a unit is in `remedies`. Only edges that a path may follow are in the graph.
public record AttackSurface(Forest forest, AttackGraph graph, Remedies remedies, TierZero tierZero) {
    public static AttackSurface of(Forest forest) {
        var builder = new AttackGraphBuilder(forest.size());
        var remedies = AttackEdges.derive(forest, (from, kind, to, units) -> {
            if (kind.followed()) {
                builder.edge(from, to, kind.ordinal(), units);
            }
        });
        return new AttackSurface(forest, builder.build(), remedies, TierZero.of(forest));
    }
}
