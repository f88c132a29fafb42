package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.engine.directory.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every relation that others expect of public data is found, and none of these kinds is invented.
class ExpectedRelationsTest {
    @Test
    void findsExactlyTheRelationsOfTheSampleForest() throws IOException {
        var rows = csv("sharphound-v6-sample/expected-relations.csv");
        var expected = rows.stream()
                .map(it -> Derived.text(it[1], it[3], it[5]))
                .collect(Collectors.toCollection(TreeSet::new));
        var kinds = rows.stream().map(it -> it[3]).collect(Collectors.toSet());

        var derived = Derived.read(SharedData.directory("sharphound-v6-sample/ad_sampledata.zip"));

        assertThat(derived.of(kinds)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5", "v6"})
    void findsTheRelationsOfTheFixtures(String version) throws IOException {
        var expected = csv("bloodhound-fixtures/expected-relations.csv").stream()
                .filter(it -> Arrays.asList(it[0].split(";")).contains(version))
                .map(it -> Derived.text(it[2], it[3], it[5]))
                .toList();

        var derived = Derived.read(SharedData.directory("bloodhound-fixtures/" + version + "-ingest"));

        assertThat(derived.edges()).containsAll(expected);
    }

    static Stream<String> graphs() throws IOException {
        return csv("harness/expected.csv").stream()
                .filter(it -> !it[5].isEmpty())
                .map(it -> it[0].replace(".json", ""))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void findsExactlyTheRelationsOfEachDrawing(String graph) throws IOException {
        var rows = csv("harness/expected.csv").stream()
                .filter(it -> it[0].equals(graph + ".json"))
                .toList();
        var expected = rows.stream()
                .map(it -> Derived.text(it[5], it[1], it[6]))
                .collect(Collectors.toCollection(TreeSet::new));

        var derived = Derived.read(SharedData.directory("harness/v6/" + graph + ".zip"));

        assertThat(derived.of(Set.of(rows.getFirst()[1]))).containsExactlyElementsOf(expected);
    }

    /// The lines of a CSV file without quotes, heading left out.
    private static List<String[]> csv(String name) throws IOException {
        return Files.readAllLines(SharedData.directory(name)).stream()
                .skip(1)
                .map(it -> it.split(",", -1))
                .toList();
    }
}
