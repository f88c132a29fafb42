package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Kind;
import org.junit.jupiter.api.Test;

class ContainmentEdgesTest {
    private static Sketch wards() {
        return new Sketch()
                .units("WARDS")
                .object(Kind.CONTAINER, "BOXES")
                .users("NURSE", "ADMIN")
                .groups("SURGEONS")
                .inside("SHORE", "WARDS")
                .inside("WARDS", "BOXES", "SURGEONS")
                .inside("BOXES", "NURSE", "ADMIN")
                .isProtected("ADMIN");
    }

    @Test
    void entriesComeDownUnlessTheObjectIsProtected() {
        assertThat(wards().edges(EdgeKind.PROPAGATES_ACES_TO))
                .containsExactly(
                        "BOXES PropagatesACEsTo NURSE",
                        "SHORE PropagatesACEsTo WARDS",
                        "WARDS PropagatesACEsTo BOXES",
                        "WARDS PropagatesACEsTo SURGEONS");
        assertThat(wards().edges(EdgeKind.CONTAINS)).hasSize(5);
    }

    /// A policy reaches protected accounts too, from the nearest unit: plain containers take no links.
    @Test
    void aPolicyReachesEveryAccountBelow() {
        assertThat(wards().edges(EdgeKind.CAN_APPLY_GPO))
                .containsExactly("SHORE CanApplyGPO WARDS", "WARDS CanApplyGPO ADMIN", "WARDS CanApplyGPO NURSE");
    }
}
