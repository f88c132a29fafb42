package org.asepsie.engine.directory.graph;

import java.util.Arrays;

/// A directed multigraph in compressed sparse rows of primitive arrays, forwards and backwards, frozen once built.
///
/// An edge from `a` to `b` says: who holds `a` can take over `b`. Its id is its place in the forward rows, which are
/// sorted by head, kind and unit: the same edges give the same ids in whatever order they came.
///
/// **Units of remediation.** An edge stands as long as *all* its units stand: an ordinary edge has one (an entry of
/// a descriptor, a membership), an edge derived from several conditions has several, and one unit may own thousands of
/// edges (an entry that is inherited). Unit [#NOBODYS] belongs to what nobody can take away.
///
/// Memory: 17 bytes an edge, 8 bytes a node, and 4 bytes for each unit of a set; immutable, safe to share.
public final class AttackGraph {
    /// The unit of edges that no administrator can remove: what an organisational unit contains, what a controller is.
    public static final int NOBODYS = 0;

    final int[] outOffsets;
    final int[] heads;
    final int[] inOffsets;
    final int[] tails;
    final int[] inEdges;

    private final byte[] kinds;
    private final int[] unitOrSet;
    private final int[] setOffsets;
    private final int[] setUnits;
    private final int units;

    AttackGraph(Rows forward, Rows backward, byte[] kinds, int[] unitOrSet, UnitSets sets, int units) {
        this.outOffsets = forward.offsets();
        this.heads = forward.ends();
        this.inOffsets = backward.offsets();
        this.tails = backward.ends();
        this.inEdges = backward.edges();
        this.kinds = kinds;
        this.unitOrSet = unitOrSet;
        this.setOffsets = sets.offsets();
        this.setUnits = sets.units();
        this.units = units;
    }

    /// One direction of the graph: the row of node `v` is `ends[offsets[v]]` up to `ends[offsets[v + 1] - 1]`.
    record Rows(int[] offsets, int[] ends, int[] edges) {}

    /// Sets of units, one after the other, each in ascending order.
    record UnitSets(int[] offsets, int[] units) {}

    public int nodes() {
        return outOffsets.length - 1;
    }

    public int edges() {
        return heads.length;
    }

    /// Unit ids are 0 (nobody's) to this number, exclusive.
    public int units() {
        return units;
    }

    /// The first edge that leaves `node`; the last one is before [#outEnd].
    public int outStart(int node) {
        return outOffsets[node];
    }

    public int outEnd(int node) {
        return outOffsets[node + 1];
    }

    public int head(int edge) {
        return heads[edge];
    }

    /// Where `edge` starts: a binary search, O(log nodes), for reports rather than for loops.
    public int tail(int edge) {
        var found = Arrays.binarySearch(outOffsets, edge);
        var node = found >= 0 ? found : -found - 2;
        while (outOffsets[node + 1] == edge) {
            node++; // nodes without edges share the offset of the next one
        }
        return node;
    }

    /// The number the builder was given as the kind of `edge`.
    public int kind(int edge) {
        return kinds[edge] & 0xFF;
    }

    /// How many units `edge` needs; it falls with the first that is removed.
    public int unitCount(int edge) {
        var set = -1 - unitOrSet[edge];
        return set < 0 ? 1 : setOffsets[set + 1] - setOffsets[set];
    }

    /// The unit number `index` of `edge`, in ascending order.
    public int unit(int edge, int index) {
        var set = -1 - unitOrSet[edge];
        return set < 0 ? unitOrSet[edge] : setUnits[setOffsets[set] + index];
    }

    public int[] unitsOf(int edge) {
        var result = new int[unitCount(edge)];
        for (var i = 0; i < result.length; i++) {
            result[i] = unit(edge, i);
        }
        return result;
    }

    @Override
    public String toString() {
        return "%d nodes, %d edges, %d units".formatted(nodes(), edges(), units);
    }
}
