package org.asepsie.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.flow.FlowReader;
import org.asepsie.engine.network.flow.LogClock;
import org.asepsie.engine.network.flow.ZoneTable;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.packets.TooComplex;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Verdict;
import org.asepsie.engine.network.proof.Zone;
import org.asepsie.engine.network.reader.Readers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Files as they come in the field: cut, mixed, circular, huge. Either a verdict that says what it does not know, or a
/// refusal with a line.
class BadInputTest {
    private static final String RULES = """
        *filter
        :INPUT DROP [0:0]
        :FORWARD DROP [0:0]
        -A FORWARD -s 10.1.0.0/16 -p tcp -m tcp --dport 443 -m comment --comment "accès imagerie" -j ACCEPT
        -A FORWARD -s 10.3.0.0/16 -j DROP
        COMMIT
        """;

    private static Reading read(String text) {
        return Readers.read(ConfigText.of("rules", text));
    }

    private static Verdict verdict(Reading reading, String from, int port) {
        var device = reading.devices().getFirst();
        var packet = new Packet(
                Optional.of("lan"), Optional.of("wan"), Address.of(from), Address.of("10.9.0.1"), 6, 40_000, port);
        return Analysis.of(List.of(device))
                .trace(device, Traffic.THROUGH, packet)
                .verdict();
    }

    @Test
    void lineEndsAndEncodingsChangeNoVerdict() {
        var plain = read(RULES);
        var mixed =
                read(RULES.replaceFirst("\n", "\r\n").replaceFirst(":FORWARD DROP \\[0:0]\n", ":FORWARD DROP [0:0]\r"));
        var latin = Readers.read(ConfigText.of("rules", RULES.getBytes(StandardCharsets.ISO_8859_1)));
        var marked = Readers.read(ConfigText.of("rules", ("\uFEFF" + RULES).getBytes(StandardCharsets.UTF_8)));

        for (var reading : List.of(plain, mixed, latin, marked)) {
            assertThat(reading.gaps()).isEmpty();
            assertThat(verdict(reading, "10.1.0.1", 443)).isEqualTo(Verdict.ALLOWED);
            assertThat(verdict(reading, "10.3.0.1", 443)).isEqualTo(Verdict.DENIED);
        }
        assertThat(latin.devices()
                        .getFirst()
                        .list("filter/FORWARD")
                        .orElseThrow()
                        .rules()
                        .getFirst()
                        .text())
                .contains("accès imagerie");
    }

    /// Wherever a file is cut, what was lost may have opened or closed anything: no packet is called closed for sure
    /// that the whole file lets pass, and the cut is told.
    @Test
    void aFileThatIsCutAnywhereNeverClosesForSureWhatTheWholeFileOpens() {
        int read = 0;
        for (int length = 1; length < RULES.length() - 1; length++) {
            try {
                var cut = read(RULES.substring(0, length));
                read++;
                if (!RULES.substring(0, length).endsWith("COMMIT")) {
                    assertThat(cut.gaps()).as("cut at %d", length).isNotEmpty();
                    assertThat(verdict(cut, "10.1.0.1", 443))
                            .as("cut at %d", length)
                            .isNotEqualTo(Verdict.DENIED);
                }
            } catch (UnreadableConfig refused) {
                assertThat(refused.french()).isNotBlank();
                assertThat(refused.where().file()).isEqualTo("rules");
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void callsThatRunInACircleLeaveTheVerdictOpen() {
        var reading = read("""
            *filter
            :FORWARD DROP [0:0]
            :A - [0:0]
            :B - [0:0]
            -A FORWARD -s 10.1.0.0/16 -j A
            -A A -j B
            -A B -j A
            -A FORWARD -s 10.2.0.0/16 -j ACCEPT
            COMMIT
            """);

        assertThat(verdict(reading, "10.1.0.1", 443)).isEqualTo(Verdict.NOT_PROVED);
        assertThat(verdict(reading, "10.2.0.1", 443)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void modulesThatNobodyKnowsAreToldWithTheirLine() {
        var reading = read(RULES.replace("-m comment --comment", "-m quantum --entangled"));

        assertThat(reading.gaps()).extracting((Gap it) -> it.where().line()).contains(4);
        assertThat(verdict(reading, "10.1.0.1", 443)).isEqualTo(Verdict.NOT_PROVED);
        assertThat(verdict(reading, "10.4.0.1", 80)).isEqualTo(Verdict.DENIED);
    }

    /// 200 MB that exist nowhere as a whole: made while they are read.
    @Test
    void aLongLogWithBrokenLinesIsCountedToTheLastLine() throws IOException {
        var good =
                "{\"ts\":1750000000.0,\"id.orig_h\":\"10.1.0.1\",\"id.orig_p\":40000,\"id.resp_h\":\"10.2.0.7\",\"id.resp_p\":443,\"proto\":\"tcp\",\"conn_state\":\"SF\"}\n";
        var broken = "{\"ts\":17500000\u0001,\"id.orig_h\":\"10.1.0\n";
        var block = (good.repeat(99) + broken).repeat(20).getBytes(StandardCharsets.UTF_8);
        int blocks = 200_000_000 / block.length + 1;
        var reader = new FlowReader(
                ZoneTable.of(Map.of(
                        "care", List.of(Prefix.of("10.1.0.0/16")), "imaging", List.of(Prefix.of("10.2.0.0/16")))),
                new LogClock(ZoneOffset.UTC, 2025));

        var log = reader.read("conn.log", repeated(block, blocks));

        assertThat(log.counted()).isEqualTo(99L * 20 * blocks);
        assertThat(log.broken()).isEqualTo(20L * blocks);
        assertThat(reader.matrix().cells())
                .singleElement()
                .satisfies(it -> assertThat(it.counts().answered()).isEqualTo(99L * 20 * blocks));
    }

    private static InputStream repeated(byte[] block, int times) {
        Enumeration<InputStream> parts = Collections.enumeration(new AbstractList<InputStream>() {
            @Override
            public InputStream get(int index) {
                return new ByteArrayInputStream(block);
            }

            @Override
            public int size() {
                return times;
            }
        });
        return new SequenceInputStream(parts);
    }

    /// A million rules that share nothing are more than two million nodes hold: then it says so.
    @Test
    @Tag("heavy")
    void aMillionRulesAreReadAndJudgedOrRefusedClearly() {
        var text = new StringBuilder("*filter\n:FORWARD DROP [0:0]\n");
        for (int i = 0; i < 1_000_000; i++) {
            text.append("-A FORWARD -s 10.")
                    .append(i >> 16 & 255)
                    .append('.')
                    .append(i >> 8 & 255)
                    .append('.');
            text.append(i & 255)
                    .append("/32 -p tcp -m tcp --dport ")
                    .append(1 + i % 1000)
                    .append(" -j ACCEPT\n");
        }
        var reading = read(text.append("COMMIT\n").toString());

        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.devices()
                        .getFirst()
                        .list("filter/FORWARD")
                        .orElseThrow()
                        .rules())
                .hasSize(1_000_000);
        var analysis = Analysis.of(reading.devices(), 2_000_000);
        assertThatThrownBy(() -> analysis.matrix(
                        List.of(Zone.behind("lan", "lan", Addresses.ALL), Zone.behind("wan", "wan", Addresses.ALL))))
                .isInstanceOf(TooComplex.class);
    }
}
