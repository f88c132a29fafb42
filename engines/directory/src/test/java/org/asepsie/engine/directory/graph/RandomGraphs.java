package org.asepsie.engine.directory.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Small graphs of every shape, on which brute force is quick.
final class RandomGraphs {
    private RandomGraphs() {}

    /// One edge, before it is packed.
    record Edge(int tail, int head, int kind, int[] units) {}

    /// A graph with some sources and some targets.
    record Sample(int nodes, List<Edge> edges, AttackGraph graph, BitSet sources, BitSet targets) {
        Sample shuffled(Random random) {
            var copy = new ArrayList<>(edges);
            Collections.shuffle(copy, random);
            return sample(nodes, copy, sources, targets);
        }
    }

    /// Units fan out in any way, edges need up to three of them.
    static Sample tangled(Random random) {
        var nodes = 2 + random.nextInt(8);
        var units = 1 + random.nextInt(8);
        var edges = new ArrayList<Edge>();
        for (var i = random.nextInt(22); i > 0; i--) {
            var set = random.ints(1 + random.nextInt(3), 0, units + 1).toArray();
            edges.add(new Edge(random.nextInt(nodes), random.nextInt(nodes), random.nextInt(3), set));
        }
        return sample(nodes, edges, some(random, nodes), some(random, nodes));
    }

    /// Each unit belongs to one start or to one end, as an entry of a descriptor or a template does.
    static Sample starred(Random random) {
        var nodes = 2 + random.nextInt(8);
        var edges = new ArrayList<Edge>();
        for (var unit = 1 + random.nextInt(9); unit > 0; unit--) {
            var centre = random.nextInt(nodes);
            var outwards = random.nextBoolean();
            for (var i = random.nextInt(4); i >= 0; i--) {
                var other = random.nextInt(nodes);
                edges.add(new Edge(outwards ? centre : other, outwards ? other : centre, 0, new int[] {unit}));
            }
        }
        return sample(nodes, edges, some(random, nodes), some(random, nodes));
    }

    static Sample sample(int nodes, List<Edge> edges, BitSet sources, BitSet targets) {
        var builder = new AttackGraphBuilder(nodes);
        edges.forEach(it -> builder.edge(it.tail(), it.head(), it.kind(), it.units()));
        return new Sample(nodes, List.copyOf(edges), builder.build(), sources, targets);
    }

    private static BitSet some(Random random, int nodes) {
        var result = new BitSet();
        for (var i = 1 + random.nextInt(2); i > 0; i--) {
            result.set(random.nextInt(nodes));
        }
        return result;
    }

    static BitSet nodes(int... nodes) {
        var result = new BitSet();
        for (var node : nodes) {
            result.set(node);
        }
        return result;
    }

    static BitSet everyNode(AttackGraph graph) {
        var result = new BitSet();
        result.set(0, graph.nodes());
        return result;
    }
}
