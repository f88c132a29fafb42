package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class MappedVictimEdgesTest {
    private static final int BY_USER_NAME = 0x0200_0000;
    private static final int BY_DNS_NAME = 0x0800_0000;
    private static final int NO_EXTENSION = 0x80000;

    private static final EdgeKind[] KINDS = {
        EdgeKind.ADCS_ESC9A, EdgeKind.ADCS_ESC9B, EdgeKind.ADCS_ESC10A, EdgeKind.ADCS_ESC10B
    };

    /// A helper controls a nurse's account and a ward's computer, which may enrol.
    private static Sketch controlled(int nameFlag, int enrollmentFlag) {
        return new Sketch()
                .users("HELPER", "NURSE")
                .computers("WARD-PC", "DC")
                .groups("STAFF")
                .member("NURSE", "STAFF")
                .member("WARD-PC", "STAFF")
                .is("DC", Attribute.IS_DC)
                .authority("CA", "CARD")
                .template("CARD", nameFlag, enrollmentFlag)
                .may("STAFF", Right.ENROLL, "CARD")
                .may("STAFF", Right.ENROLL, "CA")
                .may("HELPER", Right.GENERIC_WRITE, "NURSE")
                .owner("HELPER", "WARD-PC");
    }

    private static Sketch weak(Sketch sketch) {
        return sketch.with("DC", it -> it.number(Attribute.STRONG_CERT_BINDING, 1));
    }

    @Test
    void withoutTheSecurityExtensionAndWithAWeakBinding() {
        assertThat(weak(controlled(BY_USER_NAME, NO_EXTENSION)).edges(KINDS)).containsExactly("HELPER ADCSESC9a SHORE");
        assertThat(weak(controlled(BY_DNS_NAME, NO_EXTENSION)).edges(KINDS)).containsExactly("HELPER ADCSESC9b SHORE");
        assertThat(controlled(BY_USER_NAME, NO_EXTENSION).edges(KINDS)).isEmpty();
    }

    @Test
    void overTlsWhereAControllerMapsByUserName() {
        var sketch = controlled(BY_USER_NAME, 0).with("DC", it -> it.number(Attribute.CERT_MAPPING_METHODS, 4));
        var byDns = controlled(BY_DNS_NAME, 0).with("DC", it -> it.number(Attribute.CERT_MAPPING_METHODS, 4));

        assertThat(sketch.edges(KINDS)).containsExactly("HELPER ADCSESC10a SHORE");
        assertThat(byDns.edges(KINDS)).containsExactly("HELPER ADCSESC10b SHORE");
    }

    @Test
    void oneBindingMendsItForAll() {
        assertThat(weak(controlled(BY_USER_NAME, NO_EXTENSION)).remedies(EdgeKind.ADCS_ESC9A))
                .contains("HELPER SHORE: ENTRY(HELPER, NURSE) + PUBLICATION(CARD, CA) + CERTIFICATE_BINDING(SHORE)"
                        + " + TEMPLATE(CARD)");
    }
}
