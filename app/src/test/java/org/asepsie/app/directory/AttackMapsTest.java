package org.asepsie.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.asepsie.app.demo.HospitalDirectory;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.reader.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of a forest answers as the forest did.
class AttackMapsTest {
    @TempDir
    Path folder;

    private AttackSurface surface() throws Exception {
        var at = Instant.parse("2026-11-01T08:00:00Z");
        var file = Files.write(folder.resolve(HospitalDirectory.name(at)), HospitalDirectory.zip(at, false));
        return AttackSurface.of(Inputs.read(List.of(file)).forest());
    }

    @Test
    void saysTheSameOfEveryAccountAsTheForestItWasMadeOf() throws Exception {
        var surface = surface();
        var reach = surface.reach();

        var map = AttackMaps.open(AttackMaps.closed(AttackMaps.of(surface, surface.cheapestCut())));

        assertThat(map.exposed()).isEqualTo(surface.exposed().cardinality()).isPositive();
        surface.tierZero().principals().stream().forEach(account -> {
            var node = map.find(surface.forest().id(account)).orElseThrow();
            assertThat(map.reaches(node)).isEqualTo(reach.reaches(account));
            if (reach.reaches(account)) {
                assertThat(map.path(node)).hasSize(reach.distance(account));
            }
        });
    }

    @Test
    void theKeptCutStillStopsEveryPathAndNothingLessDoes() throws Exception {
        var surface = surface();

        var map = AttackMaps.open(AttackMaps.closed(AttackMaps.of(surface, surface.cheapestCut())));

        assertThat(map.exposedWithout(map.cut())).isZero();
        for (var unit : map.cut()) {
            var without = map.cut().stream().filter(it -> !it.equals(unit)).toList();
            assertThat(map.exposedWithout(without)).isPositive();
        }
    }
}
