package org.asepsie.engine.directory.graph;

import static org.asepsie.engine.directory.graph.RandomGraphs.everyNode;
import static org.asepsie.engine.directory.graph.RandomGraphs.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final AttackGraph CHAIN = new AttackGraphBuilder(5)
            .edge(0, 1, 1, 1)
            .edge(1, 2, 1, 2)
            .edge(0, 3, 1, 3)
            .edge(3, 1, 1, 4)
            .build();

    @Test
    void tellsHowFarAndWhichWay() {
        var reach = Reach.of(CHAIN, nodes(2));

        assertThat(reach.distance(0)).isEqualTo(2);
        assertThat(reach.pathFrom(0).nodes()).containsExactly(0, 1, 2);
        assertThat(reach.distance(2)).isZero();
        assertThat(reach.reaches(4)).isFalse();
        assertThat(reach.count(everyNode(CHAIN))).isEqualTo(4);
    }

    @Test
    void followsAChangeWithoutTouchingTheGraph() {
        var scenario = Scenario.AS_IT_IS.withoutUnits(1);

        assertThat(Reach.of(CHAIN, nodes(2), scenario).pathFrom(0).nodes()).containsExactly(0, 3, 1, 2);
        assertThat(Reach.of(CHAIN, nodes(2), scenario.withoutNodes(3)).reaches(0))
                .isFalse();
        assertThat(Reach.of(CHAIN, nodes(2), scenario.withEdge(4, 0)).pathFrom(4))
                .satisfies(path -> {
                    assertThat(path.nodes()).containsExactly(4, 0, 3, 1, 2);
                    assertThat(path.edges()[0]).isEqualTo(Path.ADDED);
                });
        assertThat(Reach.of(CHAIN, nodes(2)).distance(0)).isEqualTo(2);
    }

    @Property
    void agreesWithRelaxingEveryEdgeAgainAndAgain(@ForAll long seed) {
        var sample = RandomGraphs.tangled(new Random(seed));

        var reach = Reach.of(sample.graph(), sample.targets());

        assertAgrees(sample.graph(), reach, relaxed(sample.graph(), sample.targets(), _ -> true));
    }

    @Property
    void agreesAfterAnyChange(@ForAll long seed) {
        var random = new Random(seed);
        var sample = RandomGraphs.tangled(random);
        var graph = sample.graph();
        var unit = 1 + random.nextInt(8);
        var closed = random.nextInt(graph.nodes());
        var scenario = Scenario.AS_IT_IS.withoutUnits(unit).withoutNodes(closed);

        var reach = Reach.of(graph, sample.targets(), scenario);

        var targets = (BitSet) sample.targets().clone();
        targets.clear(closed);
        assertAgrees(
                graph,
                reach,
                relaxed(
                        graph,
                        targets,
                        edge -> graph.tail(edge) != closed
                                && graph.head(edge) != closed
                                && Arrays.stream(graph.unitsOf(edge)).noneMatch(it -> it == unit)));
    }

    @Property
    void takingAwayNeverOpensAPathAndAddingNeverClosesOne(@ForAll long seed) {
        var random = new Random(seed);
        var sample = RandomGraphs.tangled(random);
        var graph = sample.graph();

        var before = Reach.of(graph, sample.targets()).reached();
        var less = Reach.of(graph, sample.targets(), Scenario.AS_IT_IS.withoutUnits(1 + random.nextInt(8)))
                .reached();
        var more = Reach.of(
                        graph,
                        sample.targets(),
                        Scenario.AS_IT_IS.withEdge(random.nextInt(graph.nodes()), random.nextInt(graph.nodes())))
                .reached();

        assertThat(before.stream().boxed().toList())
                .containsAll(less.stream().boxed().toList());
        assertThat(more.stream().boxed().toList())
                .containsAll(before.stream().boxed().toList());
    }

    private static void assertAgrees(AttackGraph graph, Reach reach, int[] expected) {
        for (var node = 0; node < graph.nodes(); node++) {
            assertThat(reach.distance(node)).isEqualTo(expected[node]);
            if (reach.reaches(node)) {
                var path = reach.pathFrom(node);
                for (var step = 0; step < path.edges().length; step++) {
                    assertThat(graph.tail(path.edges()[step])).isEqualTo(path.nodes()[step]);
                    assertThat(graph.head(path.edges()[step])).isEqualTo(path.nodes()[step + 1]);
                }
                assertThat(reach.distance(path.nodes()[path.edges().length])).isZero();
            }
        }
    }

    private static int[] relaxed(AttackGraph graph, BitSet targets, IntPredicate stands) {
        var distance = new int[graph.nodes()];
        Arrays.fill(distance, Reach.UNREACHED);
        targets.stream().forEach(it -> distance[it] = 0);
        for (var round = 0; round < graph.nodes(); round++) {
            for (var edge = 0; edge < graph.edges(); edge++) {
                var to = distance[graph.head(edge)];
                var from = graph.tail(edge);
                if (stands.test(edge) && to >= 0 && (distance[from] < 0 || distance[from] > to + 1)) {
                    distance[from] = to + 1;
                }
            }
        }
        return distance;
    }
}
