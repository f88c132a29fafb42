package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class Esc4EdgesTest {
    private static final int NAMES_ITSELF = 0x1;
    private static final int APPROVAL = 0x2;

    private static Sketch card(int nameFlag, int enrollmentFlag) {
        return new Sketch()
                .users("NURSE")
                .authority("CA", "CARD")
                .template("CARD", nameFlag, enrollmentFlag)
                .may("NURSE", Right.ENROLL, "CA");
    }

    @Test
    void whoControlsATemplateMakesItWhatTheyNeed() {
        for (var right : List.of(Right.GENERIC_ALL, Right.WRITE_DACL, Right.WRITE_OWNER)) {
            assertThat(card(0, 0).may("NURSE", right, "CARD").edges(EdgeKind.ADCS_ESC4))
                    .containsExactly("NURSE ADCSESC4 SHORE");
        }
        assertThat(card(0, 0).owner("NURSE", "CARD").edges(EdgeKind.ADCS_ESC4)).containsExactly("NURSE ADCSESC4 SHORE");
    }

    @Test
    void aGeneralWriteNeedsTheRightToEnrolToo() {
        var write = card(0, 0).may("NURSE", Right.GENERIC_WRITE, "CARD");
        var both = card(0, 0).may("NURSE", Right.GENERIC_WRITE, "CARD").may("NURSE", Right.ENROLL, "CARD");

        assertThat(write.edges(EdgeKind.ADCS_ESC4)).isEmpty();
        assertThat(both.edges(EdgeKind.ADCS_ESC4)).containsExactly("NURSE ADCSESC4 SHORE");
    }

    @Test
    void oneFlagIsEnoughWhereTheOtherIsNotInTheWay() {
        var name = Right.WRITE_PKI_NAME_FLAG;
        var open = card(0, 0).may("NURSE", name, "CARD").may("NURSE", Right.ENROLL, "CARD");
        var approved = card(0, APPROVAL).may("NURSE", name, "CARD").may("NURSE", Right.ENROLL, "CARD");
        var flag = card(NAMES_ITSELF, APPROVAL)
                .may("NURSE", Right.WRITE_PKI_ENROLLMENT_FLAG, "CARD")
                .may("NURSE", Right.ENROLL, "CARD");

        assertThat(open.edges(EdgeKind.ADCS_ESC4)).containsExactly("NURSE ADCSESC4 SHORE");
        assertThat(approved.edges(EdgeKind.ADCS_ESC4)).isEmpty();
        assertThat(flag.edges(EdgeKind.ADCS_ESC4)).containsExactly("NURSE ADCSESC4 SHORE");
    }
}
