package org.asepsie.engine.directory.graph;

import static org.asepsie.engine.directory.graph.RandomGraphs.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.asepsie.engine.directory.graph.RandomGraphs.Sample;
import org.junit.jupiter.api.Test;

class MinimumCutTest {
    /// An entry inherited by two computers is one action, though it makes two edges.
    private static final AttackGraph INHERITED = new AttackGraphBuilder(5)
            .edge(0, 1, 1, 1)
            .edge(1, 2, 1, 2)
            .edge(1, 3, 1, 2)
            .edge(2, 4, 1, 3)
            .edge(3, 4, 1, 4)
            .edge(0, 2, 1, 5)
            .build();

    @Test
    void paysAUnitOnceForAllItsEdges() {
        var cut = found(MinimumCut.of(INHERITED, nodes(0), nodes(4), Prices.even(6)));

        assertThat(cut.exact()).isTrue();
        assertThat(cut.cost()).isEqualTo(2);
        assertThat(cut.units()).containsExactly(3, 4);
        assertThat(cut.nearestSources()).containsExactly(1, 5);
    }

    @Test
    void goesAroundWhatIsProtectedAndPrefersWhatIsCheap() {
        var prices = Prices.even(6).protecting(3).with(1, 9);

        var cut = found(MinimumCut.of(INHERITED, nodes(0), nodes(4), prices));

        assertThat(cut.units()).containsExactly(2, 5);
        assertThat(cut.exact()).isTrue();
    }

    @Test
    void namesThePathsNobodyCanClose() {
        var cut = MinimumCut.of(INHERITED, nodes(0), nodes(4), Prices.even(6).protecting(5, 3));

        assertThat(cut).isInstanceOfSatisfying(Cut.Impossible.class, it -> {
            assertThat(it.sources()).isEqualTo(1);
            assertThat(it.paths())
                    .singleElement()
                    .satisfies(path -> assertThat(path.nodes()).containsExactly(0, 2, 4));
        });
    }

    /// Two rights make the replication; either being gone is enough, and one of them is wanted elsewhere too.
    @Test
    void anEdgeOfTwoRightsFallsWithEither() {
        var graph = new AttackGraphBuilder(4)
                .edge(0, 3, 1, new int[] {1, 2})
                .edge(1, 3, 1, new int[] {1, 3})
                .edge(2, 3, 1, new int[] {1, 4})
                .build();

        var cut = found(MinimumCut.of(graph, nodes(0, 1, 2), nodes(3), Prices.even(5)));

        assertThat(cut.units()).containsExactly(1);
        assertThat(cut.exact()).isTrue();
    }

    @Test
    void meetsWhatTheControlPointsAskAsWell() {
        var requirements = List.of(new int[] {6}, new int[] {3, 7});

        var cut = found(MinimumCut.of(
                INHERITED, nodes(0), nodes(4), Prices.even(8).with(7, 5), requirements, MinimumCut.USUAL_EFFORT));

        assertThat(cut.units()).containsExactly(3, 4, 6);
        assertThat(cut.exact()).isTrue();
    }

    @Test
    void refusesARequirementThatNothingCanMeet() {
        var prices = Prices.even(6).protecting(2);

        assertThatThrownBy(() -> MinimumCut.of(
                        INHERITED, nodes(0), nodes(4), prices, List.of(new int[] {2}), MinimumCut.USUAL_EFFORT))
                .hasMessage("nothing can meet this requirement, all its units are protected: [2]");
    }

    @Test
    void hasNothingToDoWhereNobodyComesThrough() {
        var cut = found(MinimumCut.of(INHERITED, nodes(4), nodes(0), Prices.even(6)));

        assertThat(cut.units()).isEmpty();
        assertThat(cut.exact()).isTrue();
    }

    /// One flow proves the optimum where each unit belongs to one start or one end.
    @Property
    void isProvenCheapestInOneFlowWhereUnitsAreStars(@ForAll long seed) {
        var random = new Random(seed);
        var sample = RandomGraphs.starred(random);
        var prices = prices(random, sample.graph().units());

        var cut = MinimumCut.of(sample.graph(), sample.sources(), sample.targets(), prices, List.of(), 1);

        assertOptimal(sample, prices, List.of(), cut);
    }

    @Property
    void agreesWithTryingEverySetOfUnits(@ForAll long seed) {
        var random = new Random(seed);
        var sample = RandomGraphs.tangled(random);
        var prices = prices(random, 10);
        var requirements = new ArrayList<int[]>();
        for (var i = random.nextInt(3); i > 0; i--) {
            requirements.add(random.ints(1 + random.nextInt(2), 1, 10)
                    .filter(it -> !prices.isProtected(it))
                    .toArray());
        }
        requirements.removeIf(it -> it.length == 0);

        var cut = MinimumCut.of(sample.graph(), sample.sources(), sample.targets(), prices, requirements, 400);

        assertOptimal(sample, prices, requirements, cut);
    }

    /// With no effort left the bounds still hold on both sides.
    @Property
    void boundsHoldEvenWhenTheSearchIsCutShort(@ForAll long seed) {
        var random = new Random(seed);
        var sample = RandomGraphs.tangled(random);
        var prices = prices(random, 10);

        var cut = MinimumCut.of(sample.graph(), sample.sources(), sample.targets(), prices, List.of(), 1);

        if (cut instanceof Cut.Found found) {
            var cheapest = cheapest(sample, prices, List.of());
            assertThat(found.lowerBound()).isLessThanOrEqualTo(cheapest);
            assertThat(found.cost()).isGreaterThanOrEqualTo(cheapest);
            assertSeparates(sample, found.units());
        }
    }

    private static void assertOptimal(Sample sample, Prices prices, List<int[]> requirements, Cut cut) {
        var cheapest = cheapest(sample, prices, requirements);
        switch (cut) {
            case Cut.Found found -> {
                assertThat(found.cost()).isEqualTo(cheapest);
                assertThat(found.exact()).isTrue();
                assertThat(price(prices, found.units())).isEqualTo(cheapest);
                assertThat(price(prices, found.nearestSources())).isEqualTo(cheapest);
                assertSeparates(sample, found.units());
                assertSeparates(sample, found.nearestSources());
            }
            case Cut.Impossible impossible -> {
                assertThat(cheapest).isEqualTo(Long.MAX_VALUE);
                assertThat(impossible.paths()).isNotEmpty();
            }
        }
    }

    private static long price(Prices prices, List<Integer> units) {
        return prices.total(units.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void assertSeparates(Sample sample, List<Integer> units) {
        var removed = units.stream().mapToInt(Integer::intValue).toArray();
        assertThat(separates(sample, removed)).isTrue();
    }

    private static boolean separates(Sample sample, int[] removed) {
        var reach = Reach.of(sample.graph(), sample.targets(), Scenario.AS_IT_IS.withoutUnits(removed));
        return sample.sources().stream().allMatch(it -> sample.targets().get(it) || !reach.reaches(it));
    }

    private static long cheapest(Sample sample, Prices prices, List<int[]> requirements) {
        var removable = java.util.stream.IntStream.range(1, prices.units())
                .filter(it -> !prices.isProtected(it))
                .toArray();
        var least = Long.MAX_VALUE;
        for (var choice = 0; choice < 1 << removable.length; choice++) {
            var bits = BitSet.valueOf(new long[] {choice});
            var removed = bits.stream().map(it -> removable[it]).toArray();
            var set = new BitSet();
            Arrays.stream(removed).forEach(set::set);
            if (prices.total(removed) < least
                    && requirements.stream().allMatch(it -> Arrays.stream(it).anyMatch(set::get))
                    && separates(sample, removed)) {
                least = prices.total(removed);
            }
        }
        return least;
    }

    private static Prices prices(Random random, int units) {
        var prices = Prices.even(units);
        for (var unit = 1; unit < units; unit++) {
            prices = random.nextInt(5) == 0 ? prices.protecting(unit) : prices.with(unit, 1 + random.nextInt(4));
        }
        return prices;
    }

    private static Cut.Found found(Cut cut) {
        assertThat(cut).isInstanceOf(Cut.Found.class);
        return (Cut.Found) cut;
    }
}
