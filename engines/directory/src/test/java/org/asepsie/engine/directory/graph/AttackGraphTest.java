package org.asepsie.engine.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AttackGraphTest {
    @Test
    void keepsEachEdgeOnceAndLeavesOutThoseThatSayNothing() {
        var graph = new AttackGraphBuilder(3)
                .edge(0, 1, 7, 5)
                .edge(0, 1, 7, 5)
                .edge(0, 1, 7, 6)
                .edge(2, 2, 7, 5)
                .edge(1, 2, 8, new int[] {4, 0, 3, 4})
                .build();

        assertThat(graph).hasToString("3 nodes, 3 edges, 7 units");
        assertThat(graph.tail(0)).isZero();
        assertThat(graph.tail(2)).isEqualTo(1);
        assertThat(graph.kind(2)).isEqualTo(8);
        assertThat(graph.unitsOf(1)).containsExactly(6);
        assertThat(graph.unitsOf(2)).containsExactly(3, 4);
    }

    @Test
    void saysWhichEdgeIsOutside() {
        assertThatThrownBy(() -> new AttackGraphBuilder(3).edge(0, 3, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edge 0 -> 3 of kind 1 is outside a graph of 3 nodes");
    }

    @Property
    void holdsExactlyWhatWasAddedInBothDirections(@ForAll long seed) {
        var sample = RandomGraphs.tangled(new Random(seed));
        var graph = sample.graph();

        var expected = new HashSet<String>();
        for (var edge : sample.edges()) {
            if (edge.tail() != edge.head()) {
                var units = IntStream.of(edge.units())
                        .filter(it -> it != 0)
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList();
                expected.add("%d %d %d %s"
                        .formatted(edge.tail(), edge.head(), edge.kind(), units.isEmpty() ? "[0]" : units.toString()));
            }
        }
        var found = new HashSet<String>();
        for (var node = 0; node < graph.nodes(); node++) {
            for (var edge = graph.outStart(node); edge < graph.outEnd(node); edge++) {
                assertThat(graph.tail(edge)).isEqualTo(node);
                found.add("%d %d %d %s"
                        .formatted(
                                node,
                                graph.head(edge),
                                graph.kind(edge),
                                IntStream.of(graph.unitsOf(edge)).boxed().toList()));
            }
        }
        var back = new HashSet<Integer>();
        for (var node = 0; node < graph.nodes(); node++) {
            for (var i = graph.inOffsets[node]; i < graph.inOffsets[node + 1]; i++) {
                assertThat(graph.head(graph.inEdges[i])).isEqualTo(node);
                assertThat(graph.tail(graph.inEdges[i])).isEqualTo(graph.tails[i]);
                back.add(graph.inEdges[i]);
            }
        }
        assertThat(found).isEqualTo(expected).hasSize(graph.edges());
        assertThat(back).hasSize(graph.edges());
    }

    @Property
    void theOrderOfEdgesDoesNotMatter(@ForAll long seed) {
        var random = new Random(seed);
        var sample = RandomGraphs.tangled(random);
        var other = sample.shuffled(random).graph();

        assertThat(other.outOffsets).isEqualTo(sample.graph().outOffsets);
        assertThat(other.heads).isEqualTo(sample.graph().heads);
        assertThat(other.inEdges).isEqualTo(sample.graph().inEdges);
        for (var edge = 0; edge < other.edges(); edge++) {
            assertThat(other.kind(edge)).isEqualTo(sample.graph().kind(edge));
            assertThat(other.unitsOf(edge)).isEqualTo(sample.graph().unitsOf(edge));
        }
    }
}
