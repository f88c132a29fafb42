package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class ControlEdgesTest {
    @Test
    void namesEachRightAfterItself() {
        var sketch = new Sketch()
                .groups("HELPDESK")
                .users("NURSE")
                .may("HELPDESK", Right.FORCE_CHANGE_PASSWORD, "NURSE")
                .may("HELPDESK", Right.GET_CHANGES, "SHORE")
                .may("HELPDESK", Right.OTHER_WRITE, "NURSE");

        assertThat(sketch.edges(EdgeKind.FORCE_CHANGE_PASSWORD, EdgeKind.GET_CHANGES))
                .containsExactly("HELPDESK ForceChangePassword NURSE", "HELPDESK GetChanges SHORE");
    }

    @Test
    void leavesOutTheSystemAndRightsOverOneself() {
        var sketch = new Sketch()
                .users("NURSE")
                .may("S-1-5-18", Right.GENERIC_ALL, "NURSE")
                .may("-S-1-3-0", Right.GENERIC_ALL, "NURSE")
                .may("NURSE", Right.GENERIC_ALL, "NURSE");

        assertThat(sketch.edges(EdgeKind.GENERIC_ALL)).isEmpty();
    }

    @Test
    void entriesThatForbidOrActOnlyBelowGiveNothing() {
        var below = new Ace(Right.GENERIC_ALL.bit(), true, 0xF01FF, "", "", Ace.CONTAINER_INHERIT | Ace.INHERIT_ONLY);
        var forbid = new Ace(Right.GENERIC_ALL.bit(), false, 0xF01FF, "", "", 0);
        var sketch = new Sketch()
                .units("WARDS")
                .users("NURSE")
                .entry("NURSE", below, "", "WARDS")
                .entry("NURSE", forbid, "", "WARDS");

        assertThat(sketch.edges(EdgeKind.GENERIC_ALL)).isEmpty();
    }

    @Test
    void anObjectWithoutAnyListIsEveryones() {
        var sketch = new Sketch().groups("-S-1-1-0").users("NURSE").is("NURSE", Attribute.NULL_DACL);

        assertThat(sketch.edges(EdgeKind.GENERIC_ALL)).containsExactly("-S-1-1-0 GenericAll NURSE");
    }

    /// Removing the entry on the ward's unit ends both edges: one unit.
    @Test
    void anInheritedRightIsHeldUpByTheEntryItComesFrom() {
        var sketch = new Sketch()
                .units("WARDS")
                .groups("HELPDESK")
                .users("NURSE", "DOCTOR")
                .inside("WARDS", "NURSE", "DOCTOR")
                .may("HELPDESK", Right.GENERIC_ALL, "WARDS")
                .inherits("HELPDESK", Right.GENERIC_ALL, "NURSE")
                .inherits("HELPDESK", Right.GENERIC_ALL, "DOCTOR");

        assertThat(sketch.remedies(EdgeKind.GENERIC_ALL))
                .containsExactly(
                        "HELPDESK DOCTOR: ENTRY(HELPDESK, WARDS)",
                        "HELPDESK NURSE: ENTRY(HELPDESK, WARDS)",
                        "HELPDESK WARDS: ENTRY(HELPDESK, WARDS)");
    }
}
