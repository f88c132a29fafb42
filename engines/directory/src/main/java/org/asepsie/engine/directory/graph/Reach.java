package org.asepsie.engine.directory.graph;

import java.util.Arrays;
import java.util.BitSet;

/// Who reaches the targets, in how many steps, and by which shortest path: for every node at once.
///
/// One breadth-first search backwards from all targets together. O(nodes + edges) and 12 bytes a node; a path is
/// replayed in O(its length). Among shortest paths the one reported is always the same one for the same graph.
public final class Reach {
    /// The distance of a node from which no target can be reached.
    public static final int UNREACHED = -1;

    private final AttackGraph graph;
    private final Scenario scenario;
    private final int[] distance;
    /// The first edge of a shortest path; of an added edge its index `i` as `-2 - i`; -1 for targets and the unreached.
    private final int[] next;
    private final int[] queue;
    private int queued;

    private Reach(AttackGraph graph, Scenario scenario) {
        this.graph = graph;
        this.scenario = scenario;
        distance = new int[graph.nodes()];
        next = new int[graph.nodes()];
        queue = new int[graph.nodes()];
        Arrays.fill(distance, UNREACHED);
        Arrays.fill(next, -1);
    }

    public static Reach of(AttackGraph graph, BitSet targets) {
        return of(graph, targets, Scenario.AS_IT_IS);
    }

    /// The same after the changes of `scenario`. A closed target is reached by nobody.
    public static Reach of(AttackGraph graph, BitSet targets, Scenario scenario) {
        var reach = new Reach(graph, scenario);
        for (var node = targets.nextSetBit(0); node >= 0; node = targets.nextSetBit(node + 1)) {
            if (!scenario.closes(node)) {
                reach.visit(node, 0, -1);
            }
        }
        if (scenario.removesNothing() && scenario.added().isEmpty()) {
            reach.searchAll();
        } else {
            reach.searchWhatIsLeft();
        }
        return reach;
    }

    private void visit(int node, int steps, int edge) {
        distance[node] = steps;
        next[node] = edge;
        queue[queued++] = node;
    }

    /// The common case, without a question per edge.
    private void searchAll() {
        var offsets = graph.inOffsets;
        var tails = graph.tails;
        var edges = graph.inEdges;
        var end = queued;
        for (var at = 0; at < end; at++) {
            var node = queue[at];
            var steps = distance[node] + 1;
            for (var i = offsets[node]; i < offsets[node + 1]; i++) {
                var tail = tails[i];
                if (distance[tail] < 0) {
                    distance[tail] = steps;
                    next[tail] = edges[i];
                    queue[end++] = tail;
                }
            }
        }
        queued = end;
    }

    private void searchWhatIsLeft() {
        for (var at = 0; at < queued; at++) {
            var node = queue[at];
            for (var i = graph.inOffsets[node]; i < graph.inOffsets[node + 1]; i++) {
                if (open(graph.tails[i]) && scenario.leaves(graph, graph.inEdges[i])) {
                    visit(graph.tails[i], distance[node] + 1, graph.inEdges[i]);
                }
            }
            for (var i = 0; i < scenario.added().size(); i++) {
                var added = scenario.added().get(i);
                if (added.head() == node && open(added.tail())) {
                    visit(added.tail(), distance[node] + 1, -2 - i);
                }
            }
        }
    }

    private boolean open(int node) {
        return distance[node] < 0 && !scenario.closes(node);
    }

    public boolean reaches(int node) {
        return distance[node] >= 0;
    }

    /// Steps to the nearest target: 0 for a target, [#UNREACHED] where none can be reached.
    public int distance(int node) {
        return distance[node];
    }

    /// How many of `nodes` reach a target, targets among them included.
    public int count(BitSet nodes) {
        var count = 0;
        for (var i = 0; i < queued; i++) {
            count += nodes.get(queue[i]) ? 1 : 0;
        }
        return count;
    }

    /// The nodes that reach a target.
    public BitSet reached() {
        var result = new BitSet(distance.length);
        for (var i = 0; i < queued; i++) {
            result.set(queue[i]);
        }
        return result;
    }

    /// One shortest path from `node` to a target, empty for a target.
    ///
    /// @throws IllegalArgumentException if no target can be reached from `node`
    public Path pathFrom(int node) {
        if (!reaches(node)) {
            throw new IllegalArgumentException("no target can be reached from node " + node);
        }
        var nodes = new int[distance[node] + 1];
        var edges = new int[distance[node]];
        nodes[0] = node;
        for (var step = 0; step < edges.length; step++) {
            var edge = next[nodes[step]];
            edges[step] = edge >= 0 ? edge : Path.ADDED;
            nodes[step + 1] = edge >= 0
                    ? graph.head(edge)
                    : scenario.added().get(-2 - edge).head();
        }
        return new Path(nodes, edges);
    }
}
