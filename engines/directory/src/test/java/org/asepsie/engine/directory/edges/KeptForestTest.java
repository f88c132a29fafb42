package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.KeptForest;
import org.asepsie.engine.directory.SharedData;
import org.asepsie.engine.directory.Trust;
import org.asepsie.engine.directory.reader.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A forest that was kept says the same about paths as the one it was made from.
class KeptForestTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"sharphound-v6-sample", "bloodhound-fixtures/v5-ingest", "bloodhound-fixtures/v6-ingest", "ldif"
            })
    void everyEdgeFollowsFromItAsBefore(String data) throws IOException {
        for (var files : collections(SharedData.directory(data))) {
            var forest = Inputs.read(files).forest();

            var opened = KeptForest.open(KeptForest.close(forest));

            assertThat(edges(opened)).isEqualTo(edges(forest)).isNotEmpty();
            assertThat(AttackSurface.of(opened).exposed())
                    .isEqualTo(AttackSurface.of(forest).exposed());
            assertThat(opened.trusts()).isEqualTo(forest.trusts());
        }
    }

    /// Each file of LDIF is a forest of its own; the others are parts of one.
    private static List<List<Path>> collections(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            var files = all.filter(it -> !it.endsWith("expected-counts.json"))
                    .filter(it ->
                            Stream.of(".json", ".zip", ".ldif", ".ldif.gz").anyMatch(it.toString()::endsWith))
                    .sorted()
                    .toList();
            return folder.endsWith("ldif") ? files.stream().map(List::of).toList() : List.of(files);
        }
    }

    private static List<String> edges(Forest forest) {
        var found = new ArrayList<String>();
        var remedies = AttackEdges.derive(
                forest,
                (from, kind, to, units) ->
                        found.add(forest.id(from) + " " + kind + " " + forest.id(to) + " " + Arrays.toString(units)));
        for (var unit = 1; unit < remedies.size(); unit++) {
            found.add(remedies.get(unit).toString());
        }
        return found;
    }

    @Test
    void whatPeopleWroteAboutAnAccountIsNotKept() {
        var forest = new Sketch()
                .users("NURSE")
                .with(
                        "NURSE",
                        it -> it.text(Attribute.DESCRIPTION, "Call Agathe").text(Attribute.NAME, "NURSE@SHORE"))
                .trust("OTHER", Trust.Direction.OUTBOUND, Trust.Type.FOREST, Optional.empty(), true)
                .registry("SHORE", true, "NURSE>SHORE")
                .forest();

        var opened = KeptForest.open(KeptForest.close(forest));

        var nurse = opened.find("nurse");
        assertThat(opened.name(nurse)).isEqualTo("NURSE@SHORE");
        assertThat(opened.has(nurse, Attribute.DESCRIPTION)).isFalse();
        assertThat(opened.registry(opened.find(Sketch.SHORE))).isEqualTo(forest.registry(forest.find(Sketch.SHORE)));
        assertThat(opened.trusts()).isEqualTo(forest.trusts());
        assertThat(opened.collectedAt()).isEqualTo(forest.collectedAt());
    }

    @Test
    void bytesThatBreakOffAreRefused() {
        var closed = KeptForest.close(new Sketch().users("NURSE").forest());

        assertThatThrownBy(() -> KeptForest.open(Arrays.copyOf(closed, closed.length / 2)))
                .isInstanceOf(UncheckedIOException.class);
    }
}
