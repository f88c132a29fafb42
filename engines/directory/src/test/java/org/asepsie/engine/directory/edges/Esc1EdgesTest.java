package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class Esc1EdgesTest {
    private static final int NAMES_ITSELF = 0x1;
    private static final int BY_USER_NAME = 0x0200_0000;
    private static final int APPROVAL = 0x2;

    private static Sketch card(int nameFlag, int enrollmentFlag) {
        return new Sketch()
                .groups("STAFF")
                .users("NURSE")
                .authority("CA", "CARD")
                .template("CARD", nameFlag, enrollmentFlag)
                .may("NURSE", Right.ENROLL, "CARD")
                .may("STAFF", Right.ENROLL, "CA")
                .member("NURSE", "STAFF");
    }

    @Test
    void whoeverAsksMayNameAnybody() {
        assertThat(card(NAMES_ITSELF, 0).edges(EdgeKind.ADCS_ESC1)).containsExactly("NURSE ADCSESC1 SHORE");
        assertThat(card(NAMES_ITSELF, 0).remedies(EdgeKind.ADCS_ESC1))
                .containsExactly("NURSE SHORE: ENTRY(NURSE, CARD) + ENTRY(STAFF, CA) + PUBLICATION(CARD, CA)"
                        + " + TEMPLATE(CARD)");
    }

    @Test
    void notWithApprovalNorWithAFixedName() {
        assertThat(card(NAMES_ITSELF, APPROVAL).edges(EdgeKind.ADCS_ESC1)).isEmpty();
        assertThat(card(BY_USER_NAME, 0).edges(EdgeKind.ADCS_ESC1)).isEmpty();
    }

    @Test
    void notWithoutTheRightAtTheAuthority() {
        var sketch = new Sketch()
                .users("NURSE")
                .authority("CA", "CARD")
                .template("CARD", NAMES_ITSELF, 0)
                .may("NURSE", Right.ENROLL, "CARD");

        assertThat(sketch.edges(EdgeKind.ADCS_ESC1)).isEmpty();
    }
}
