package org.asepsie.engine.directory.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/// Largest flow, and with it a smallest cut, from node 0 to node 1 of a small network (Dinic's algorithm).
///
/// O(nodes² · arcs) at worst; on the layered networks of a directory a handful of rounds. Arcs come in pairs, the even
/// one with the capacity, the odd one back. Capacities can be set again and the flow computed anew.
final class MaximumFlow {
    static final int SOURCE = 0;
    static final int SINK = 1;
    /// More than all finite capacities together may sum to.
    static final long ENDLESS = Long.MAX_VALUE / 4;

    private int nodes = 2;
    private int arcs;
    private int[] first = filled(16);
    private int[] next = new int[32];
    private int[] head = new int[32];
    private long[] left = new long[32];
    private int[] level = new int[0];
    private int[] current = new int[0];
    private int[] queue = new int[0];

    private static int[] filled(int length) {
        var result = new int[length];
        Arrays.fill(result, -1);
        return result;
    }

    int addNode() {
        if (nodes == first.length) {
            first = Arrays.copyOf(first, 2 * nodes);
            Arrays.fill(first, nodes, first.length, -1);
        }
        return nodes++;
    }

    /// Returns the arc's number, to set its capacity or ask about it later.
    int addArc(int from, int to, long capacity) {
        if (arcs + 2 > head.length) {
            next = Arrays.copyOf(next, 2 * next.length);
            head = Arrays.copyOf(head, 2 * head.length);
            left = Arrays.copyOf(left, 2 * left.length);
        }
        link(from, to, capacity);
        link(to, from, 0);
        return arcs - 2;
    }

    private void link(int from, int to, long capacity) {
        head[arcs] = to;
        left[arcs] = capacity;
        next[arcs] = first[from];
        first[from] = arcs++;
    }

    int arcs() {
        return arcs;
    }

    int tail(int arc) {
        return head[arc ^ 1];
    }

    int head(int arc) {
        return head[arc];
    }

    /// Sets a capacity and forgets the flow on this arc; all arcs of one network are set before the next [#run].
    void reset(int arc, long capacity) {
        left[arc] = capacity;
        left[arc ^ 1] = 0;
    }

    /// The value of a largest flow, [#ENDLESS] or more when a path of endless arcs joins the two ends.
    long run() {
        level = new int[nodes];
        queue = new int[nodes];
        var flow = 0L;
        while (flow < ENDLESS && layer()) {
            current = Arrays.copyOf(first, nodes);
            flow += push();
        }
        return flow;
    }

    private boolean layer() {
        Arrays.fill(level, -1);
        level[SOURCE] = 0;
        queue[0] = SOURCE;
        for (int at = 0, end = 1; at < end; at++) {
            for (var arc = first[queue[at]]; arc >= 0; arc = next[arc]) {
                if (left[arc] > 0 && level[head[arc]] < 0) {
                    level[head[arc]] = level[queue[at]] + 1;
                    queue[end++] = head[arc];
                }
            }
        }
        return level[SINK] >= 0;
    }

    /// A blocking flow along the layers: advance, retreat and augment on an explicit path, since paths may be long.
    private long push() {
        var path = new int[nodes];
        var depth = 0;
        var node = SOURCE;
        var flow = 0L;
        while (true) {
            if (node == SINK) {
                var least = ENDLESS;
                for (var i = 0; i < depth; i++) {
                    least = Math.min(least, left[path[i]]);
                }
                flow += least;
                if (least >= ENDLESS) {
                    return ENDLESS;
                }
                var back = depth;
                for (var i = depth - 1; i >= 0; i--) {
                    left[path[i]] -= least;
                    left[path[i] ^ 1] += least;
                    back = left[path[i]] == 0 ? i : back;
                }
                depth = back;
                node = head[path[depth] ^ 1];
            }
            var arc = current[node];
            while (arc >= 0 && (left[arc] == 0 || level[head[arc]] != level[node] + 1)) {
                arc = next[arc];
            }
            current[node] = arc;
            if (arc >= 0) {
                path[depth++] = arc;
                node = head[arc];
            } else if (depth == 0) {
                return flow;
            } else {
                level[node] = -1;
                node = head[path[--depth] ^ 1];
            }
        }
    }

    /// After [#run]: the side of the source in the smallest cut nearest to it.
    BitSet sourceSide() {
        return search(SOURCE, arc -> left[arc] > 0);
    }

    /// After [#run]: the side of the source in the smallest cut nearest to the sink.
    BitSet allButSinkSide() {
        var sinkSide = search(SINK, arc -> left[arc ^ 1] > 0);
        sinkSide.flip(0, nodes);
        return sinkSide;
    }

    /// The nodes that can be reached from the source once the arcs of `removed` are gone, whatever the capacities.
    BitSet reached(IntPredicate removed) {
        return search(SOURCE, arc -> (arc & 1) == 0 && !removed.test(arc));
    }

    /// The nodes from which the sink can be reached once the arcs of `removed` are gone, whatever the capacities.
    BitSet reaching(IntPredicate removed) {
        return search(SINK, arc -> (arc & 1) == 1 && !removed.test(arc ^ 1));
    }

    private BitSet search(int from, IntPredicate open) {
        var seen = new BitSet(nodes);
        seen.set(from);
        queue[0] = from;
        for (int at = 0, end = 1; at < end; at++) {
            for (var arc = first[queue[at]]; arc >= 0; arc = next[arc]) {
                if (!seen.get(head[arc]) && open.test(arc)) {
                    seen.set(head[arc]);
                    queue[end++] = head[arc];
                }
            }
        }
        return seen;
    }
}
