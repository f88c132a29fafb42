package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.junit.jupiter.api.Test;

class RemoteDesktopEdgesTest {
    private static Sketch host() {
        return new Sketch()
                .users("NURSE", "DOCTOR")
                .groups("REMOTE")
                .computers("WARD-PC")
                .member("NURSE", "REMOTE")
                .list("WARD-PC", Attribute.LOCAL_RDP_USERS, "REMOTE");
    }

    @Test
    void membersOfTheGroupWhereRightsWereNotRead() {
        assertThat(host().edges(EdgeKind.CAN_RDP)).containsExactly("REMOTE CanRDP WARD-PC");
    }

    @Test
    void bothConditionsWhereRightsWereRead() {
        var sketch = host().list("WARD-PC", Attribute.REMOTE_LOGON_RIGHT, "NURSE", "DOCTOR");

        assertThat(sketch.edges(EdgeKind.CAN_RDP)).containsExactly("NURSE CanRDP WARD-PC");
    }

    @Test
    void theGroupHoldingTheRightIsTheUsualCase() {
        var sketch = host().object(Kind.LOCAL_GROUP, "S-1-5-21-9-9-9-555")
                .list("WARD-PC", Attribute.REMOTE_LOGON_RIGHT, "S-1-5-21-9-9-9-555");

        assertThat(sketch.edges(EdgeKind.CAN_RDP)).containsExactly("REMOTE CanRDP WARD-PC");
    }
}
