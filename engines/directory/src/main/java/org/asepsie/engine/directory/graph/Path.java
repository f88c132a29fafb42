package org.asepsie.engine.directory.graph;

import java.util.Arrays;

/// A way through the graph, first node first: `edges[i]` leads from `nodes[i]` to `nodes[i + 1]`.
public record Path(int[] nodes, int[] edges) {
    /// Stands for an edge that only the scenario has.
    public static final int ADDED = -1;

    public Path {
        if (nodes.length != edges.length + 1) {
            throw new IllegalArgumentException(
                    "%d nodes cannot be joined by %d edges".formatted(nodes.length, edges.length));
        }
        nodes = nodes.clone();
        edges = edges.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path(var otherNodes, var otherEdges)
                && Arrays.equals(nodes, otherNodes)
                && Arrays.equals(edges, otherEdges);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(nodes) + Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return Arrays.toString(nodes);
    }
}
