package org.asepsie.engine.directory.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.edges.AttackEdges;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.graph.Cut;
import org.asepsie.engine.directory.ldif.Ldif;
import org.asepsie.engine.directory.sharphound.SharpHound;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every planted fault is found, and both formats give the same answer.
class MadeForestTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void nobodyReachesTheTopOfAForestWithoutFaults() throws IOException {
        for (var forest : bothFormats(new MadeForest(1000, 7))) {
            assertThat(AttackSurface.of(forest).exposed().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest(name = "1,000 objects, seed {0}")
    @ValueSource(longs = {1, 2})
    void aThousandObjects(long seed) throws IOException {
        everyFaultIsFoundInBothFormats(1000, seed);
    }

    @Test
    @Tag("heavy")
    void tenThousandObjects() throws IOException {
        everyFaultIsFoundInBothFormats(10_000, 1);
    }

    @Test
    @Tag("heavy")
    void aHundredThousandObjects() throws IOException {
        everyFaultIsFoundInBothFormats(100_000, 1);
    }

    /// Some ten minutes and 12 GB of heap: `mvn -pl engines/directory test -Pfull -Dtest=MadeForestTest
    /// -Dasepsie.million=true -Dtests.heap=12g`.
    @Test
    @Tag("heavy")
    @EnabledIfSystemProperty(named = "asepsie.million", matches = "true", disabledReason = "takes minutes and 12 GB")
    void aMillionObjects() throws IOException {
        everyFaultIsFoundInBothFormats(1_000_000, 1);
    }

    private void everyFaultIsFoundInBothFormats(int objects, long seed) throws IOException {
        var made = new MadeForest(objects, seed);
        var faults = Faults.plantIn(made);
        var answers = new ArrayList<Answer>();

        for (var forest : bothFormats(made)) {
            var surface = AttackSurface.of(forest);
            var reach = surface.reach();
            var edges = Edges.of(forest, faults);
            for (var fault : faults) {
                assertThat(edges.found).as(fault.name()).contains(fault);
                assertThat(reach.reaches(forest.find(fault.source())))
                        .as(fault.name())
                        .isTrue();
            }
            var cut = (Cut.Found) surface.cheapestCut();
            var after = surface.without(Set.copyOf(surface.remedies(cut.units())));
            assertThat(cut.units()).hasSizeLessThanOrEqualTo(faults.size() + 1);
            assertThat(after.exposed().isEmpty()).isTrue();
            answers.add(new Answer(distances(surface), edges.count, edges.sum, cut.cost()));
        }

        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        assertThat(answers.getFirst().distances()).hasSizeGreaterThanOrEqualTo(5);
    }

    /// What must not depend on the format: who is exposed and how far, the edges (their number and the sum of their
    /// hashes), the cost of the cut.
    private record Answer(TreeMap<String, Integer> distances, int edges, long sum, long cut) {}

    private static final class Edges {
        private final Set<Fault> found = new HashSet<>();
        private int count;
        private long sum;

        static Edges of(Forest forest, List<Fault> faults) {
            var edges = new Edges();
            var bySource = faults.stream().collect(Collectors.groupingBy(it -> forest.find(it.source())));
            var seen = new HashSet<Long>();
            AttackEdges.derive(forest, (from, kind, to, _) -> {
                var hash = (forest.id(from).hashCode() * 31L + kind.ordinal()) * 0x9E3779B97F4A7C15L
                        + forest.id(to).hashCode();
                if (seen.add(hash)) {
                    edges.count++;
                    edges.sum += hash * hash;
                }
                bySource.getOrDefault(from, List.of()).stream()
                        .filter(it -> it.kind().equals(kind.label()) && forest.find(it.target()) == to)
                        .forEach(edges.found::add);
            });
            return edges;
        }
    }

    private static TreeMap<String, Integer> distances(AttackSurface surface) {
        var reach = surface.reach();
        var result = new TreeMap<String, Integer>();
        surface.exposed().stream().forEach(it -> result.put(surface.forest().id(it), reach.distance(it)));
        return result;
    }

    private List<Forest> bothFormats(MadeForest made) throws IOException {
        var zip = folder.resolve("made.zip");
        SharpHoundWriter.write(made, zip);
        var fromZip = new ForestBuilder();
        new SharpHound(fromZip).read(zip);
        var ldif = folder.resolve("made.ldif.gz");
        LdifWriter.write(made, ldif);
        var fromLdif = new ForestBuilder();
        new Ldif(fromLdif).read(ldif);
        return List.of(fromZip.build(), fromLdif.build());
    }
}
