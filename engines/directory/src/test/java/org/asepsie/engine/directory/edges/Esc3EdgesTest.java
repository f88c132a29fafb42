package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class Esc3EdgesTest {
    private static final int BY_USER_NAME = 0x0200_0000;
    private static final int BY_DNS_NAME = 0x0800_0000;

    /// A template for agents and one they may enrol others with, as in the public drawings `esc3harness2` and `3`.
    private static Sketch agents() {
        return new Sketch()
                .groups("STAFF")
                .users("NURSE", "DOCTOR")
                .member("NURSE", "STAFF")
                .member("DOCTOR", "STAFF")
                .authority("CA", "AGENT", "CARD")
                .template("AGENT", 0, 0)
                .with("AGENT", it -> it.texts(Attribute.APPLICATION_POLICIES, List.of("1.3.6.1.4.1.311.20.2.1")))
                .template("CARD", BY_USER_NAME, 0)
                .with(
                        "CARD",
                        it -> it.number(Attribute.AUTHORIZED_SIGNATURES, 1)
                                .texts(Attribute.REQUIRED_APPLICATION_POLICIES, List.of("1.3.6.1.4.1.311.20.2.1")))
                .may("STAFF", Right.ENROLL, "AGENT")
                .may("STAFF", Right.ALL_EXTENDED_RIGHTS, "CARD")
                .may("STAFF", Right.ENROLL, "CA");
    }

    @Test
    void anAgentSignsInAsSomebodyElse() {
        assertThat(agents().edges(EdgeKind.ADCS_ESC3)).containsExactly("STAFF ADCSESC3 SHORE");
    }

    @Test
    void onlyPermittedAgentsWhereTheAuthorityRestrictsThem() {
        var sketch = agents().registry("CA", false, "NURSE>CARD");

        assertThat(sketch.edges(EdgeKind.ADCS_ESC3)).containsExactly("NURSE ADCSESC3 SHORE");
    }

    @Test
    void aUserCannotGetAnAgentsCertificateThatBearsADnsName() {
        var sketch = agents().with("AGENT", it -> it.number(Attribute.NAME_FLAG, BY_DNS_NAME))
                .registry("CA", false, "NURSE>CARD");

        assertThat(sketch.edges(EdgeKind.ADCS_ESC3)).isEmpty();
    }

    /// Only the authority of the second template must be believed, as in the public drawing `esc3harness1`.
    @Test
    void theFirstAuthorityNeedsNoTrust() {
        var sketch = agents().computers("OTHER-HOST")
                .object(Kind.ENTERPRISE_CA, "OTHER")
                .list("OTHER", Attribute.HOST, "OTHER-HOST")
                .list("OTHER", Attribute.TEMPLATES, "LOOSE")
                .template("LOOSE", 0, 0)
                .with("LOOSE", it -> it.texts(Attribute.APPLICATION_POLICIES, List.of("1.3.6.1.4.1.311.20.2.1")))
                .may("DOCTOR", Right.GENERIC_ALL, "LOOSE")
                .may("DOCTOR", Right.ENROLL, "OTHER");

        assertThat(sketch.edges(EdgeKind.ADCS_ESC3)).containsExactly("DOCTOR ADCSESC3 SHORE", "STAFF ADCSESC3 SHORE");
    }
}
