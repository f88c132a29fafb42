package org.asepsie.engine.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.asepsie.engine.directory.graph.ChokePoints.ChokePoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Three graphs of an academic generator, with answers worked out by other programs: a second opinion.
class AdSynthTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "vulnerable-1k, 571, 7, 28, 13",
        "vulnerable-10k, 6158, 5, 111, 158",
        "secure-10k, 653, 14, 95, 31",
    })
    void givesTheAnswersOfOtherPrograms(String name, int exposed, int longest, int behindBest, int cut)
            throws IOException {
        var sample = AdSynth.read(name);
        var graph = sample.graph();

        var reach = Reach.of(graph, sample.tierZero());
        var byDistance = new TreeMap<Integer, Integer>();
        sample.principals().stream()
                .filter(reach::reaches)
                .forEach(it -> byDistance.merge(reach.distance(it), 1, Integer::sum));
        var points =
                ChokePoints.of(graph, sample.tierZero(), sample.principals()).nodes();
        var found =
                (Cut.Found) MinimumCut.of(graph, sample.principals(), sample.tierZero(), Prices.even(graph.units()));

        assertThat(reach.count(sample.principals())).isEqualTo(exposed);
        assertThat(byDistance.lastKey()).isEqualTo(longest);
        assertThat(byDistance).isEqualTo(sample.expectedByDistance());
        assertThat(points.getFirst().behind()).isEqualTo(behindBest);
        assertThat(points.stream().limit(10).map(ChokePoint::behind))
                .containsExactlyElementsOf(sample.expectedBehind());
        assertThat(found.cost()).isEqualTo(cut);
        assertThat(found.exact()).isTrue();
        for (var units : List.of(found.units(), found.nearestSources())) {
            var after = Scenario.AS_IT_IS.withoutUnits(
                    units.stream().mapToInt(Integer::intValue).toArray());
            assertThat(Reach.of(graph, sample.tierZero(), after).count(sample.principals()))
                    .isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"vulnerable-1k", "secure-10k"})
    void theUnitsThatCutOffMostAreTheOnesNamed(String name) throws IOException {
        var sample = AdSynth.read(name);
        var graph = sample.graph();
        var before = Reach.of(graph, sample.tierZero()).count(sample.principals());

        for (var unit : ChokePoints.of(graph, sample.tierZero(), sample.principals()).units().stream()
                .limit(50)
                .toList()) {
            var after = Scenario.AS_IT_IS.withoutUnits(unit.unit());
            assertThat(before - Reach.of(graph, sample.tierZero(), after).count(sample.principals()))
                    .isEqualTo(unit.cutOff());
        }
    }
}
