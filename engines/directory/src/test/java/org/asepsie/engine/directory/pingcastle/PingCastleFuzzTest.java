package org.asepsie.engine.directory.pingcastle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.asepsie.engine.directory.input.Unreadable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a report holds, it is read or refused; nothing outside it is ever opened (Jazzer's own sanitizers watch
/// for files and addresses), and no entity is expanded.
class PingCastleFuzzTest {
    @TempDir
    private Path folder = Path.of("");

    static Stream<byte[]> seeds() {
        return Stream.of("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <HealthcheckData><DomainFQDN>a.lan</DomainFQDN><GenerationDate>2026-01-05T08:00:00+01:00</GenerationDate>
                        <RiskRules><HealthcheckRiskRule><Points>15</Points><Category>Stale</Category><RiskId>S-X</RiskId>
                        <Rationale>r</Rationale><Details><string>mdp : x1y2</string><string><![CDATA[ok]]></string></Details>
                        </HealthcheckRiskRule></RiskRules><Other><Nested/></Other></HealthcheckData>""", """
                        <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY b "&x;&x;">]>
                        <HealthcheckData><DomainFQDN>&x;</DomainFQDN><RiskRules><R><RiskId>&b;</RiskId></R></RiskRules></HealthcheckData>""", "<HealthcheckData/>", "<!DOCTYPE a [\0\0<!ENTITY x>]>")
                .map(it -> it.getBytes(UTF_8));
    }

    @DictionaryEntries({"<!ENTITY ", "<RiskRules>", "</HealthcheckData>", "<![CDATA[", "<GenerationDate>"})
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void isReadOrRefused(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("report.xml"), content);
        try {
            assertThat(PingCastle.read(file).toString()).doesNotContain("root:x:0:0");
        } catch (Unreadable refused) {
            assertThat(refused.where()).startsWith("report.xml");
        }
    }
}
