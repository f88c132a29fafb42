package org.asepsie.engine.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.asepsie.engine.directory.control.Assessment;
import org.asepsie.engine.directory.edges.AttackSurface;

/// Everything that is ever asked about a forest, asked of one that came out of a strange file: what a reader lets
/// through must not break what comes after it.
public final class Judged {
    private Judged() {}

    public static Forest whole(ForestBuilder gathered) {
        var forest = gathered.build();
        var assessment = Assessment.of(forest, Instant.parse("2026-01-05T08:00:00Z"));
        assertThat(assessment.level()).isBetween(1, Assessment.BEST);
        var surface = AttackSurface.of(forest);
        surface.chokePoints();
        assertThat(surface.cheapestCut()).isNotNull();
        var reach = surface.reach();
        for (var object = 0; object < forest.size(); object++) {
            assertThat(forest.name(object)).isNotNull();
            assertThat(reach.distance(object)).isGreaterThanOrEqualTo(-1);
        }
        return forest;
    }
}
