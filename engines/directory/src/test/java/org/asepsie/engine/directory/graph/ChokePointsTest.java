package org.asepsie.engine.directory.graph;

import static org.asepsie.engine.directory.graph.RandomGraphs.everyNode;
import static org.asepsie.engine.directory.graph.RandomGraphs.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.asepsie.engine.directory.graph.ChokePoints.ChokePoint;
import org.asepsie.engine.directory.graph.ChokePoints.ChokeUnit;
import org.junit.jupiter.api.Test;

class ChokePointsTest {
    @Test
    void findsTheGroupThatAllPass() {
        var graph = new AttackGraphBuilder(6)
                .edge(0, 2, 1, 1)
                .edge(1, 2, 1, 2)
                .edge(2, 3, 1, 3)
                .edge(2, 4, 1, 3)
                .edge(3, 5, 1, 4)
                .edge(4, 5, 1, 5)
                .build();

        var points = ChokePoints.of(graph, nodes(5), nodes(0, 1));

        assertThat(points.nodes()).containsExactly(new ChokePoint(2, 2));
        assertThat(points.units())
                .containsExactly(new ChokeUnit(3, 2, 2), new ChokeUnit(1, 0, 1), new ChokeUnit(2, 1, 1));
    }

    /// Take each node away in turn: whoever loses the way was behind it.
    @Property
    void agreesWithClosingEachNodeInTurn(@ForAll long seed) {
        var sample = RandomGraphs.tangled(new Random(seed));
        var graph = sample.graph();
        var all = everyNode(graph);
        var tree = DominatorTree.of(graph, sample.targets());
        var ancestry = tree.ancestry();
        var before = Reach.of(graph, sample.targets());

        for (var node = 0; node < graph.nodes(); node++) {
            var after = Reach.of(graph, sample.targets(), Scenario.AS_IT_IS.withoutNodes(node));
            var lost = before.reached();
            lost.andNot(after.reached());
            if (before.reaches(node)) {
                assertThat(1 + tree.behind(all)[node]).isEqualTo(lost.cardinality());
            }
            for (var other = 0; other < graph.nodes(); other++) {
                assertThat(ancestry.dominates(node, other)).isEqualTo(lost.get(other));
            }
        }
    }

    @Property
    void theTreeHoldsEveryoneWhoReachesATargetOnce(@ForAll long seed) {
        var sample = RandomGraphs.tangled(new Random(seed));
        var graph = sample.graph();
        var tree = DominatorTree.of(graph, sample.targets());
        var behind = tree.behind(everyNode(graph));

        var atTheTop = 0;
        for (var node = 0; node < graph.nodes(); node++) {
            atTheTop += tree.reaches(node) && tree.dominator(node) < 0 ? 1 + behind[node] : 0;
        }

        assertThat(atTheTop).isEqualTo(Reach.of(graph, sample.targets()).count(everyNode(graph)));
    }

    /// Take each unit away in turn. Where all its edges start at one node the count is exact.
    @Property
    void agreesWithRemovingEachUnitInTurn(@ForAll long seed) {
        var sample = RandomGraphs.tangled(new Random(seed));
        var graph = sample.graph();
        var counted = (BitSet) everyNode(graph);
        var found = ChokePoints.of(graph, sample.targets(), counted).units();
        var before = Reach.of(graph, sample.targets()).count(counted);

        for (var unit = 1; unit < graph.units(); unit++) {
            var after = Reach.of(graph, sample.targets(), Scenario.AS_IT_IS.withoutUnits(unit))
                    .count(counted);
            var told = told(found, unit);
            assertThat(told).isLessThanOrEqualTo(before - after);
            if (starts(graph, unit) == 1) {
                assertThat(told).isEqualTo(before - after);
            }
        }
    }

    private static int told(java.util.List<ChokeUnit> found, int unit) {
        return found.stream()
                .filter(it -> it.unit() == unit)
                .mapToInt(ChokeUnit::cutOff)
                .max()
                .orElse(0);
    }

    private static long starts(AttackGraph graph, int unit) {
        return java.util.stream.IntStream.range(0, graph.edges())
                .filter(edge -> Arrays.stream(graph.unitsOf(edge)).anyMatch(it -> it == unit))
                .map(graph::tail)
                .distinct()
                .count();
    }
}
