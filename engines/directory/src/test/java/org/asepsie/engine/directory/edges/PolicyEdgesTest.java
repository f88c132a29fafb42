package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.junit.jupiter.api.Test;

class PolicyEdgesTest {
    private static Sketch linked() {
        return new Sketch()
                .object(Kind.GPO, "BASE", "STRICT")
                .units("OPEN", "CLOSED")
                .users("NURSE", "ADMIN")
                .computers("KIOSK")
                .inside("SHORE", "OPEN", "CLOSED")
                .inside("OPEN", "NURSE", "KIOSK")
                .inside("CLOSED", "ADMIN")
                .list("SHORE", Attribute.LINKED_GPOS, "BASE", "STRICT")
                .list("SHORE", Attribute.ENFORCED_GPOS, "STRICT")
                .is("CLOSED", Attribute.BLOCKS_INHERITANCE);
    }

    @Test
    void anEnforcedLinkAlonePassesABlockedUnit() {
        assertThat(linked().edges(EdgeKind.GPO_APPLIES_TO))
                .containsExactly(
                        "BASE GPOAppliesTo KIOSK",
                        "BASE GPOAppliesTo NURSE",
                        "STRICT GPOAppliesTo ADMIN",
                        "STRICT GPOAppliesTo KIOSK",
                        "STRICT GPOAppliesTo NURSE");
    }

    @Test
    void ownLinksOfABlockedUnitStillApply() {
        var sketch = linked().list("CLOSED", Attribute.LINKED_GPOS, "BASE");

        assertThat(sketch.edges(EdgeKind.GPO_APPLIES_TO)).contains("BASE GPOAppliesTo ADMIN");
    }

    @Test
    void aHalfThatIsSwitchedOffReachesNobody() {
        var sketch = linked().with("BASE", it -> it.number(Attribute.GPO_FLAGS, 1));

        assertThat(sketch.edges(EdgeKind.GPO_APPLIES_TO))
                .contains("BASE GPOAppliesTo KIOSK")
                .doesNotContain("BASE GPOAppliesTo NURSE");
    }

    @Test
    void oneLinkHoldsUpAllItsEdges() {
        assertThat(linked().remedies(EdgeKind.GPO_APPLIES_TO))
                .contains("BASE KIOSK: LINK(BASE, SHORE)", "BASE NURSE: LINK(BASE, SHORE)");
    }
}
