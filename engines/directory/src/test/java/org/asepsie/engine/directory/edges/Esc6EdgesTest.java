package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class Esc6EdgesTest {
    private static final int BY_USER_NAME = 0x0200_0000;
    private static final int BY_DNS_NAME = 0x0800_0000;
    private static final int NO_EXTENSION = 0x80000;

    private static Sketch card(int nameFlag, int enrollmentFlag) {
        return new Sketch()
                .users("NURSE")
                .computers("DC")
                .is("DC", Attribute.IS_DC)
                .authority("CA", "CARD")
                .template("CARD", nameFlag, enrollmentFlag)
                .may("NURSE", Right.ENROLL, "CARD")
                .may("NURSE", Right.ENROLL, "CA");
    }

    private static List<String> of(Sketch sketch) {
        return sketch.edges(EdgeKind.ADCS_ESC6A, EdgeKind.ADCS_ESC6B);
    }

    @Test
    void anAuthorityThatTakesNamesFromRequests() {
        assertThat(of(card(BY_USER_NAME, NO_EXTENSION).registry("CA", true))).containsExactly("NURSE ADCSESC6a SHORE");
        assertThat(of(card(BY_USER_NAME, NO_EXTENSION).registry("CA", false))).isEmpty();
        assertThat(of(card(BY_USER_NAME, NO_EXTENSION))).isEmpty();
    }

    @Test
    void overTlsWhereAControllerMapsByUserName() {
        var sketch = card(BY_USER_NAME, 0)
                .registry("CA", true)
                .with("DC", it -> it.number(Attribute.CERT_MAPPING_METHODS, 0x1F));

        assertThat(of(sketch)).containsExactly("NURSE ADCSESC6b SHORE");
    }

    @Test
    void aUserCannotGetACertificateThatBearsADnsName() {
        assertThat(of(card(BY_DNS_NAME, NO_EXTENSION).registry("CA", true))).isEmpty();
    }
}
