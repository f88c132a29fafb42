package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.graph.Reach;
import org.junit.jupiter.api.Test;

class TierZeroTest {
    @Test
    void membersOfTheTopAreNotExposedButEverybodyIs() {
        var forest = new Sketch()
                .groups("SHORE-512", "SHORE-513", "-S-1-5-32-544", "INNER")
                .users("ADMIN", "NURSE", "RETIRED")
                .is("NURSE", Attribute.ENABLED)
                .with("RETIRED", it -> it.flag(Attribute.ENABLED, false))
                .member("ADMIN", "INNER")
                .member("INNER", "SHORE-512")
                .member("SHORE-513", "-S-1-5-32-544")
                .list("NURSE", Attribute.PRIMARY_GROUP, "SHORE-513")
                .forest();

        var surface = AttackSurface.of(forest);

        assertThat(names(surface, surface.tierZero().nodes()))
                .containsExactlyInAnyOrder("SHORE", "SHORE-512", "-S-1-5-32-544", "INNER", "ADMIN");
        assertThat(names(surface, surface.tierZero().principals())).containsExactly("NURSE");
        assertThat(Reach.of(surface.graph(), surface.tierZero().nodes()).distance(forest.find("NURSE")))
                .isEqualTo(2);
    }

    private static List<String> names(AttackSurface surface, BitSet nodes) {
        return nodes.stream()
                .mapToObj(surface.forest()::id)
                .map(it -> it.replace(Sketch.SHORE, "SHORE").replace("SHORE.LAN-S-", "-S-"))
                .toList();
    }
}
