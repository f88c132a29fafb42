package org.asepsie.engine.directory.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A set of changes to try on a graph without touching it: units taken away, nodes closed (an account disabled, a host
/// retired), edges that would appear (a membership someone asks for).
///
/// Immutable; every `with…` and `without…` returns a new one.
public final class Scenario {
    /// The graph as it is.
    public static final Scenario AS_IT_IS = new Scenario(new BitSet(), new BitSet(), List.of());

    private final BitSet removedUnits;
    private final BitSet closedNodes;
    private final List<Added> added;

    /// An edge that the graph does not have yet.
    public record Added(int tail, int head) {}

    private Scenario(BitSet removedUnits, BitSet closedNodes, List<Added> added) {
        this.removedUnits = removedUnits;
        this.closedNodes = closedNodes;
        this.added = added;
    }

    /// @throws IllegalArgumentException for [AttackGraph#NOBODYS], which nobody can take away
    public Scenario withoutUnits(int... units) {
        var copy = (BitSet) removedUnits.clone();
        for (var unit : units) {
            if (unit <= AttackGraph.NOBODYS) {
                throw new IllegalArgumentException("unit %d cannot be removed".formatted(unit));
            }
            copy.set(unit);
        }
        return new Scenario(copy, closedNodes, added);
    }

    public Scenario withoutNodes(int... nodes) {
        var copy = (BitSet) closedNodes.clone();
        for (var node : nodes) {
            copy.set(node);
        }
        return new Scenario(removedUnits, copy, added);
    }

    public Scenario withEdge(int tail, int head) {
        var copy = new ArrayList<>(added);
        copy.add(new Added(tail, head));
        return new Scenario(removedUnits, closedNodes, List.copyOf(copy));
    }

    List<Added> added() {
        return added;
    }

    boolean removesNothing() {
        return removedUnits.isEmpty() && closedNodes.isEmpty();
    }

    boolean closes(int node) {
        return closedNodes.get(node);
    }

    /// Does `edge` still stand: all its units there?
    boolean leaves(AttackGraph graph, int edge) {
        var count = graph.unitCount(edge);
        for (var i = 0; i < count; i++) {
            if (removedUnits.get(graph.unit(edge, i))) {
                return false;
            }
        }
        return true;
    }
}
