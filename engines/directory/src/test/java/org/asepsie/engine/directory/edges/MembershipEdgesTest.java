package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.junit.jupiter.api.Test;

class MembershipEdgesTest {
    @Test
    void membersAndPrimaryGroupsLeadToTheGroup() {
        var sketch = new Sketch()
                .groups("SHORE-513", "SURGEONS", "SHORE-512")
                .users("NURSE", "SLEEPER")
                .member("NURSE", "SURGEONS")
                .list("NURSE", Attribute.PRIMARY_GROUP, "SHORE-513")
                .list("SLEEPER", Attribute.PRIMARY_GROUP, "SHORE-512");

        assertThat(sketch.remedies(EdgeKind.MEMBER_OF))
                .containsExactly(
                        "NURSE SHORE-513: ",
                        "NURSE SURGEONS: MEMBERSHIP(NURSE, SURGEONS)",
                        "SLEEPER SHORE-512: PRIMARY_GROUP(SLEEPER, SHORE-512)");
    }
}
