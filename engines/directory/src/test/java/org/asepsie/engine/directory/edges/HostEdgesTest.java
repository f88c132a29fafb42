package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.junit.jupiter.api.Test;

class HostEdgesTest {
    @Test
    void localGroupsLetPeopleIn() {
        var sketch = new Sketch()
                .users("TECHNICIAN")
                .groups("HELPDESK")
                .computers("WARD-PC")
                .object(Kind.LOCAL_GROUP, "WARD-PC-S-1-5-32-551")
                .list("WARD-PC", Attribute.LOCAL_ADMINS, "TECHNICIAN", "WARD-PC-S-1-5-32-551")
                .list("WARD-PC", Attribute.LOCAL_DCOM_USERS, "HELPDESK")
                .list("WARD-PC", Attribute.LOCAL_PSREMOTE_USERS, "HELPDESK");

        assertThat(sketch.edges(EdgeKind.ADMIN_TO, EdgeKind.EXECUTE_DCOM, EdgeKind.CAN_PS_REMOTE))
                .containsExactly(
                        "HELPDESK CanPSRemote WARD-PC", "HELPDESK ExecuteDCOM WARD-PC", "TECHNICIAN AdminTo WARD-PC");
    }

    @Test
    void policiesSetLocalGroupsOnTheComputersTheyReach() {
        var sketch = new Sketch()
                .units("WARDS")
                .groups("HELPDESK")
                .computers("PC-1", "PC-2")
                .list("WARDS", Attribute.GPO_LOCAL_ADMINS, "HELPDESK")
                .list("WARDS", Attribute.GPO_AFFECTED_COMPUTERS, "PC-1", "PC-2");

        assertThat(sketch.remedies(EdgeKind.ADMIN_TO))
                .containsExactly(
                        "HELPDESK PC-1: POLICY_LOCAL_RIGHT(HELPDESK, WARDS)",
                        "HELPDESK PC-2: POLICY_LOCAL_RIGHT(HELPDESK, WARDS)");
    }

    @Test
    void aGroupSharedByTwoHostsIsOneGroup() {
        var sketch = new Sketch()
                .users("ONE", "TWO")
                .computers("DC-1", "DC-2")
                .list("DC-1", Attribute.LOCAL_GROUPS, "-S-1-5-32-544")
                .list("DC-2", Attribute.LOCAL_GROUPS, "-S-1-5-32-544")
                .list("DC-1", Attribute.LOCAL_ADMINS, "ONE")
                .list("DC-2", Attribute.LOCAL_ADMINS, "TWO");

        assertThat(sketch.edges(EdgeKind.ADMIN_TO))
                .containsExactly("ONE AdminTo DC-1", "ONE AdminTo DC-2", "TWO AdminTo DC-1", "TWO AdminTo DC-2");
    }

    @Test
    void whoHoldsTheComputerGetsWhoeverIsSignedIn() {
        var sketch = new Sketch()
                .users("ADMIN", "SERVICE")
                .computers("WARD-PC")
                .list("WARD-PC", Attribute.SESSIONS, "ADMIN")
                .list("WARD-PC", Attribute.REGISTRY_SESSIONS, "ADMIN")
                .list("SERVICE", Attribute.SQL_SERVICES_ON, "WARD-PC");

        assertThat(sketch.edges(EdgeKind.HAS_SESSION, EdgeKind.SQL_ADMIN))
                .containsExactly("SERVICE SQLAdmin WARD-PC", "WARD-PC HasSession ADMIN");
        assertThat(sketch.remedies(EdgeKind.HAS_SESSION)).containsExactly("WARD-PC ADMIN: SESSION(WARD-PC, ADMIN)");
    }
}
