package org.asepsie.engine.directory.oradad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Judged;
import org.asepsie.engine.directory.input.Unreadable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in the lines of a table, they become a forest that can be judged, or the folder is refused.
class OradadFuzzTest {
    private static final String TABLES =
            "user\tdn\tobjectClass\tsAMAccountName\tobjectSid\tobjectGUID\tuserAccountControl\tuserAccountControl_int\tmember"
                    + "\tnTSecurityDescriptor\tpwdLastSet\twhenChanged\tdnsProperty\n";

    @TempDir
    private Path folder = Path.of("");

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "CN=A,DC=a,DC=lan\ttop;user\ta\tS-1-5-21-1-2-3-1104\t{00000000-0000-0000-0000-000000000001}\tNORMAL\t512\t"
                                + "CN=B,DC=a,DC=lan;CN=C,DC=a,DC=lan\t01000494000000000000000000000000140000000200080000000000\t"
                                + "133000000000000000\t20250101000000.0Z\t00\n",
                        "DC=a,DC=lan\ttop;domainDNS\t\tS-1-5-21-1-2-3\t\t\t\t\t0x01\t\t\t\n",
                        "CN=A\tgroup\n\t\n",
                        "CN=A-S-1-,DC=lan\ttop;group\ta" + "\t".repeat(10) + "\n")
                .map(it -> it.getBytes(UTF_8));
    }

    @DictionaryEntries({"S-1-5-21-", "S-1-", "CN=", ";", "0x"})
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void isJudgedOrRefused(byte[] lines) throws IOException {
        Files.writeString(folder.resolve("tables.tsv"), TABLES);
        Files.write(folder.resolve("a.lan_user.tsv"), lines);
        var gathered = new ForestBuilder();
        try {
            new Oradad(gathered).read(folder);
        } catch (Unreadable refused) {
            assertThat(refused.where()).isNotBlank();
            return;
        }
        Judged.whole(gathered);
    }
}
