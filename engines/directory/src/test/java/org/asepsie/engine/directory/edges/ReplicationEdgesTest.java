package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class ReplicationEdgesTest {
    @Test
    void bothRightsThroughDifferentGroups() {
        var sketch = new Sketch()
                .groups("SYNC-A", "SYNC-B", "BOTH")
                .users("NURSE", "DOCTOR", "HELPER")
                .member("NURSE", "SYNC-A")
                .member("NURSE", "SYNC-B")
                .member("DOCTOR", "SYNC-A")
                .member("HELPER", "BOTH")
                .may("SYNC-A", Right.GET_CHANGES, "SHORE")
                .may("SYNC-B", Right.GET_CHANGES_ALL, "SHORE")
                .may("BOTH", Right.GET_CHANGES, "SHORE")
                .may("BOTH", Right.GET_CHANGES_ALL, "SHORE");

        assertThat(sketch.edges(EdgeKind.DC_SYNC)).containsExactly("BOTH DCSync SHORE", "NURSE DCSync SHORE");
        assertThat(sketch.remedies(EdgeKind.DC_SYNC))
                .containsExactly(
                        "BOTH SHORE: ENTRY(BOTH, SHORE)", "NURSE SHORE: ENTRY(SYNC-A, SHORE) + ENTRY(SYNC-B, SHORE)");
    }

    /// The small group qualifies, so its member needs no edge of their own.
    @Test
    void theFirstCommonGroupStandsForItsMembers() {
        var sketch = new Sketch()
                .groups("WIDE", "SMALL", "OTHER")
                .users("NURSE")
                .member("SMALL", "WIDE")
                .member("SMALL", "OTHER")
                .member("NURSE", "SMALL")
                .may("WIDE", Right.GET_CHANGES, "SHORE")
                .may("OTHER", Right.GET_CHANGES_ALL, "SHORE");

        assertThat(sketch.edges(EdgeKind.DC_SYNC)).containsExactly("SMALL DCSync SHORE");
    }

    @Test
    void aRightOfEverybodyIsNoCondition() {
        var sketch = new Sketch()
                .groups("-S-1-5-11")
                .users("NURSE")
                .may("-S-1-5-11", Right.GET_CHANGES, "SHORE")
                .may("NURSE", Right.GET_CHANGES_ALL, "SHORE");

        assertThat(sketch.edges(EdgeKind.DC_SYNC)).containsExactly("NURSE DCSync SHORE");
    }

    @Test
    void theFilteredSetGivesThePasswordsOfComputersWithLaps() {
        var sketch = new Sketch()
                .users("NURSE")
                .computers("WARD-PC", "OLD-PC")
                .is("WARD-PC", Attribute.HAS_LAPS)
                .may("NURSE", Right.GET_CHANGES, "SHORE")
                .may("NURSE", Right.GET_CHANGES_IN_FILTERED_SET, "SHORE");

        assertThat(sketch.edges(EdgeKind.SYNC_LAPS_PASSWORD, EdgeKind.DC_SYNC))
                .containsExactly("NURSE SyncLAPSPassword WARD-PC");
    }
}
