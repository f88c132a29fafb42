package org.asepsie.engine.directory.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class SecurityDescriptorTest {
    private static final byte[] EMPTY_LIST = {
        1, 0, 4, (byte) 0x94, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 2, 0, 8, 0, 0, 0, 0, 0
    };

    @Test
    void tellsAnEmptyListFromNone() {
        var none = EMPTY_LIST.clone();
        none[2] = 0;

        assertThat(SecurityDescriptor.parse(EMPTY_LIST).acl())
                .hasValueSatisfying(it -> assertThat(it).isEmpty());
        assertThat(SecurityDescriptor.parse(EMPTY_LIST).isProtected()).isTrue();
        assertThat(SecurityDescriptor.parse(none).acl()).isEmpty();
    }

    @Test
    void refusesAListThatGoesBeyondItsEnd() {
        var lying = EMPTY_LIST.clone();
        lying[24] = 3;

        assertThatThrownBy(() -> SecurityDescriptor.parse(lying)).isInstanceOf(Malformed.class);
    }

    @Property(tries = 2_000)
    void nothingButAMalformedValueIsEverThrown(@ForAll @Size(max = 120) byte[] bytes) {
        if (bytes.length > 4) {
            bytes[0] = 1;
            bytes[3] |= (byte) 0x80;
            bytes[2] |= 4;
        }
        try {
            assertThat(SecurityDescriptor.parse(bytes)).isNotNull();
        } catch (Malformed refused) {
            assertThat(refused).hasMessageMatching(".+");
        }
    }

    @Test
    void translatesMasksAsCollectorsDo() {
        assertThat(RawRights.of(0xF01FF, "", Kind.USER)).isEqualTo(Right.GENERIC_ALL.bit());
        assertThat(RawRights.of(0x20, "BF9679C0-0DE6-11D0-A285-00AA003049E2", Kind.GROUP))
                .isEqualTo(Right.ADD_MEMBER.bit());
        assertThat(RawRights.of(0x8, "BF9679C0-0DE6-11D0-A285-00AA003049E2", Kind.GROUP))
                .isEqualTo(Right.ADD_SELF.bit());
        assertThat(RawRights.of(0x100, "1131F6AD-9C07-11D1-F79F-00C04FC2DCD2", Kind.DOMAIN))
                .isEqualTo(Right.GET_CHANGES_ALL.bit());
        assertThat(RawRights.of(0x100, "1131F6AD-9C07-11D1-F79F-00C04FC2DCD2", Kind.USER))
                .isZero();
        assertThat(RawRights.of(0xC0000, "", Kind.OU)).isEqualTo(Right.WRITE_DACL.bit() | Right.WRITE_OWNER.bit());
    }
}
