package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class Esc13EdgesTest {
    private static Sketch linked(String oid) {
        return new Sketch()
                .users("NURSE")
                .groups("PHARMACY-ADMINS")
                .authority("CA", "CARD")
                .template("CARD", 0, 0)
                .with("CARD", it -> it.texts(Attribute.ISSUANCE_POLICIES, List.of(oid)))
                .object(Kind.ISSUANCE_POLICY, "POLICY")
                .with("POLICY", it -> it.text(Attribute.TEMPLATE_OID, "1.2.3"))
                .list("POLICY", Attribute.GROUP_LINK, "PHARMACY-ADMINS")
                .may("NURSE", Right.ENROLL, "CARD")
                .may("NURSE", Right.ENROLL, "CA");
    }

    @Test
    void aCertificateMakesAMember() {
        assertThat(linked("1.2.3").edges(EdgeKind.ADCS_ESC13)).containsExactly("NURSE ADCSESC13 PHARMACY-ADMINS");
    }

    @Test
    void notByAnotherPolicy() {
        assertThat(linked("1.2.4").edges(EdgeKind.ADCS_ESC13)).isEmpty();
    }
}
