package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class OwnerEdgesTest {
    private static Sketch owned() {
        return new Sketch()
                .users("TECHNICIAN", "VISITOR")
                .computers("WARD-PC")
                .owner("TECHNICIAN", "WARD-PC")
                .may("VISITOR", Right.WRITE_OWNER, "WARD-PC");
    }

    private static List<String> of(Sketch sketch) {
        return sketch.edges(
                EdgeKind.OWNS, EdgeKind.WRITE_OWNER, EdgeKind.OWNS_LIMITED_RIGHTS, EdgeKind.WRITE_OWNER_LIMITED_RIGHTS);
    }

    @Test
    void anOwnerMayRewriteTheDescriptorAndSoMayWhoTakesOwnership() {
        assertThat(of(owned())).containsExactly("TECHNICIAN Owns WARD-PC", "VISITOR WriteOwner WARD-PC");
    }

    @Test
    void anEntryForOwnersSaysWhatTheyMayDoInstead() {
        var sketch = owned().may("-S-1-3-4", Right.ADD_ALLOWED_TO_ACT, "WARD-PC");

        assertThat(of(sketch)).containsExactly("TECHNICIAN OwnsLimitedRights WARD-PC", "VISITOR WriteOwner WARD-PC");
    }

    @Test
    void anInheritedEntryForOwnersOutlivesTheOwner() {
        var sketch = owned().inherits("-S-1-3-4", Right.ADD_ALLOWED_TO_ACT, "WARD-PC");

        assertThat(of(sketch))
                .containsExactly("TECHNICIAN OwnsLimitedRights WARD-PC", "VISITOR WriteOwnerLimitedRights WARD-PC");
    }

    @Test
    void aHarmlessEntryForOwnersLeavesThemNothing() {
        var sketch = owned().inherits("-S-1-3-4", Right.OTHER_WRITE, "WARD-PC");

        assertThat(of(sketch)).isEmpty();
    }

    @Test
    void aForestThatBlocksImplicitRightsTrustsAdministratorsAlone() {
        var blocked = "0".repeat(28) + "1";
        var sketch = owned().with("SHORE", it -> it.text(Attribute.HEURISTICS, blocked));
        var byAdministrator = new Sketch()
                .groups("SHORE-512")
                .users("ADMIN")
                .member("ADMIN", "SHORE-512")
                .computers("WARD-PC")
                .owner("ADMIN", "WARD-PC")
                .with("SHORE", it -> it.text(Attribute.HEURISTICS, blocked));

        assertThat(of(sketch)).isEmpty();
        assertThat(of(byAdministrator)).containsExactly("ADMIN Owns WARD-PC");
    }
}
