package org.asepsie.engine.directory.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Kind;
import org.junit.jupiter.params.provider.MethodSource;

/// A descriptor comes from whoever wrote the export: whatever its bytes, it is read or refused as malformed.
class SecurityDescriptorFuzzTest {
    /// A list with an entry of each type that is read and one that is passed over; one without entries; one for
    /// object
    /// types.
    static Stream<byte[]> seeds() {
        return Stream.of(
                        "01000480140000001400000000000000300000000105000000000005150000000100000002000000030000000002000004009000040000"
                                + "0001002400200000000105000000000005150000000100000002000000030000000102000000121800ff010f0001020000000000052000"
                                + "000020020000051a38000001000003000000709529006d24d011a76800aa006e0529709529006d24d011a76800aa006e05290101000000"
                                + "0000050b0000001100140001000000010100000000001000100000",
                        "01000494000000000000000000000000140000000400080000000000",
                        "0100048014000000140000000000000030000000010500000000000515000000010000000200000003000000f401000004004800020000"
                                + "00050028000001000001000000709529006d24d011a76800aa006e05290101000000000001000000000600180020000000000000000101"
                                + "0000000000050a000000")
                .map(HexFormat.of()::parseHex);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void isReadOrRefusedAsMalformed(byte[] bytes) {
        SecurityDescriptor read;
        try {
            read = SecurityDescriptor.parse(bytes);
        } catch (Malformed refused) {
            assertThat(refused).hasMessageMatching(".+");
            return;
        }
        for (var it : read.acl().orElse(List.of())) {
            assertThat(it.trustee()).startsWith("S-1-");
            for (var kind : Kind.values()) {
                assertThat(Long.bitCount(RawRights.of(it.mask(), it.objectType(), kind)))
                        .isLessThanOrEqualTo(64);
            }
        }
    }
}
