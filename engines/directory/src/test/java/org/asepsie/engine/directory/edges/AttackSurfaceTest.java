package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.graph.Cut;
import org.junit.jupiter.api.Test;

class AttackSurfaceTest {
    /// Two nurses reset the password of an administrator through the help desk; a doctor replicates the directory by
    /// two
    /// groups.
    private static AttackSurface hospital() {
        return AttackSurface.of(new Sketch()
                .groups("HELPDESK", "SHORE-512", "SYNC-A", "SYNC-B", "SYNC-C")
                .users("NURSE-1", "NURSE-2", "ADMIN", "DOCTOR")
                .member("NURSE-1", "HELPDESK")
                .member("NURSE-2", "HELPDESK")
                .member("ADMIN", "SHORE-512")
                .may("HELPDESK", Right.FORCE_CHANGE_PASSWORD, "ADMIN")
                .member("DOCTOR", "SYNC-A")
                .member("DOCTOR", "SYNC-B")
                .member("DOCTOR", "SYNC-C")
                .may("SYNC-A", Right.GET_CHANGES, "SHORE")
                .may("SYNC-C", Right.GET_CHANGES, "SHORE")
                .may("SYNC-B", Right.GET_CHANGES_ALL, "SHORE")
                .forest());
    }

    private static int index(AttackSurface surface, String name) {
        return surface.forest().find(name.replace("SHORE", Sketch.SHORE));
    }

    private static Remedy entry(AttackSurface surface, String trustee, String object) {
        return new Remedy(Remedy.Kind.ENTRY, index(surface, trustee), index(surface, object));
    }

    @Test
    void tellsWhoReachesTheTopAndWhatStopsThem() {
        var surface = hospital();

        var cut = (Cut.Found) surface.cheapestCut();

        assertThat(surface.exposed().cardinality()).isEqualTo(3);
        assertThat(surface.reach().distance(index(surface, "NURSE-1"))).isEqualTo(2);
        assertThat(surface.remedies(cut.units()))
                .containsExactlyInAnyOrder(entry(surface, "HELPDESK", "ADMIN"), entry(surface, "SYNC-B", "SHORE"));
        assertThat(cut.exact()).isTrue();
        assertThat(surface.without(Set.copyOf(surface.remedies(cut.units())))
                        .exposed()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theHelpDeskIsWhereTwoPass() {
        var surface = hospital();

        var best = surface.chokePoints().nodes().getFirst();

        assertThat(best.node()).isEqualTo(index(surface, "HELPDESK"));
        assertThat(best.behind()).isEqualTo(2);
    }

    /// A membership is no part of the composite edge: only working it out anew shows what its removal does.
    @Test
    void worksOutAnewWhatNeedsSeveralRights() {
        var surface = hospital();
        var membership = new Remedy(Remedy.Kind.MEMBERSHIP, index(surface, "DOCTOR"), index(surface, "SYNC-B"));

        var after = surface.without(Set.of(membership));

        assertThat(after.exposed().get(index(surface, "DOCTOR"))).isFalse();
        assertThat(surface.without(Set.of(entry(surface, "SYNC-A", "SHORE")))
                        .exposed()
                        .get(index(surface, "DOCTOR")))
                .isTrue();
    }

    @Test
    void anActionThatServesPathAndPointIsCountedOnce() {
        var surface = hospital();
        var rotate = new Action.Mend("krbtgt");
        var helpdesk = new Action.Remove(entry(surface, "HELPDESK", "ADMIN"));
        var requirements = List.of(
                new Requirement("krbtgt", List.of(rotate)),
                new Requirement("privileged_members_perm", List.of(helpdesk, new Action.Mend("disable ADMIN"))));

        var answer = NextLevel.of(surface, requirements, _ -> 1);

        assertThat(answer).isInstanceOfSatisfying(NextLevel.Answer.Actions.class, it -> {
            assertThat(it.actions())
                    .containsExactlyInAnyOrder(helpdesk, new Action.Remove(entry(surface, "SYNC-B", "SHORE")), rotate);
            assertThat(it.exact()).isTrue();
        });
    }

    @Test
    void namesThePathsThatNoAllowedActionCloses() {
        var surface = hospital();

        var answer = NextLevel.of(
                surface,
                List.of(),
                it -> it.equals(new Action.Remove(entry(surface, "HELPDESK", "ADMIN")))
                                || it instanceof Action.Remove(var remedy) && remedy.kind() == Remedy.Kind.MEMBERSHIP
                        ? 0
                        : 1);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        NextLevel.Answer.Blocked.class,
                        it -> assertThat(it.paths().sources()).isEqualTo(2));
    }

    @Test
    void aDisabledAccountIsNobodyToCount() {
        var surface = AttackSurface.of(new Sketch()
                .groups("SHORE-512")
                .users("LEAVER")
                .with("LEAVER", it -> it.flag(Attribute.ENABLED, false))
                .may("LEAVER", Right.GENERIC_ALL, "SHORE-512")
                .forest());

        assertThat(surface.exposed().isEmpty()).isTrue();
        assertThat(surface.reach().reaches(index(surface, "LEAVER"))).isTrue();
    }
}
