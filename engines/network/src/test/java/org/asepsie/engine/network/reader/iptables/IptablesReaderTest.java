package org.asepsie.engine.network.reader.iptables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Trace;
import org.asepsie.engine.network.proof.Verdict;
import org.junit.jupiter.api.Test;

/// Files as they come from the field: cut, wrapped, edited, anonymised. Nothing is guessed and nothing is
/// dropped.
class IptablesReaderTest {
    private static Reading read(String... lines) {
        return new IptablesReader().read(ConfigText.of("fw", String.join("\n", lines)));
    }

    private static Reading forward(String... rules) {
        var all = new ArrayList<>(
                List.of("*filter", ":INPUT ACCEPT [0:0]", ":FORWARD DROP [0:0]", ":OUTPUT ACCEPT [0:0]"));
        all.addAll(List.of(rules));
        all.add("COMMIT");
        return read(all.toArray(String[]::new));
    }

    private static Trace trace(Reading reading, String from, String to, int port) {
        var device = reading.devices().getFirst();
        var packet =
                new Packet(Optional.of("eth0"), Optional.of("eth1"), Address.of(from), Address.of(to), 6, 40_000, port);
        return Analysis.of(List.of(device)).trace(device, Traffic.THROUGH, packet);
    }

    @Test
    void namesTheLineThatLetsAPacketPassAndTheOneThatStopsIt() {
        var reading = forward("-A FORWARD -s 10.0.0.0/8 -p tcp -m tcp --dport 443 -j ACCEPT");

        var passes = trace(reading, "10.1.1.1", "192.168.0.1", 443);
        var stopped = trace(reading, "10.1.1.1", "192.168.0.1", 80);

        assertThat(passes.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(passes.lines().getLast().where().line()).isEqualTo(5);
        assertThat(stopped.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(stopped.lines().getLast().where().line()).isEqualTo(3);
        assertThat(reading.gaps()).isEmpty();
    }

    @Test
    void countersAndCommentsAndQuotesChangeNothing() {
        var reading =
                forward("# a comment", "[12:3456] -A FORWARD -m comment --comment \"-j DROP \\\"x\\\"\" -j ACCEPT");

        assertThat(trace(reading, "10.1.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void anUnknownMatchBeforeAnAcceptProvesNothing() {
        var reading = forward("-A FORWARD -p tcp -m wizard --spell open -j ACCEPT");

        assertThat(trace(reading, "10.1.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.NOT_PROVED);
        assertThat(reading.gaps()).extracting(Gap::reason).containsExactly(Reason.UNKNOWN_MATCH);
        assertThat(reading.gaps().getFirst().where().line()).isEqualTo(5);
    }

    @Test
    void anUnknownMatchOnlyMattersWhereTheRestOfTheRuleMatches() {
        var reading = forward("-A FORWARD -s 10.9.0.0/16 -m wizard --spell open -j ACCEPT");

        assertThat(trace(reading, "10.1.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void anUnknownMatchBeforeAReturnCanOpen() {
        var reading = forward(
                ":GUARD - [0:0]",
                "-A FORWARD -j GUARD",
                "-A FORWARD -j ACCEPT",
                "-A GUARD -m limit --limit 1/sec -j RETURN",
                "-A GUARD -j DROP");

        assertThat(trace(reading, "10.1.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.NOT_PROVED);
    }

    @Test
    void aFileCutInTheMiddleIsFirmOnlyWhereTheRulesReadDecide() {
        var reading = read(
                "*filter", ":FORWARD ACCEPT [0:0]", "-A FORWARD -s 10.0.0.0/8 -j DROP", "-A FORWARD -s 172.16.0.0/1");

        assertThat(reading.gaps()).extracting(Gap::reason).contains(Reason.TRUNCATED);
        assertThat(trace(reading, "10.1.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(trace(reading, "172.16.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.NOT_PROVED);
    }

    @Test
    void callsInACircleAndCallsOfNothingAreToldAndProveNothing() {
        var reading = forward(
                ":A - [0:0]",
                ":B - [0:0]",
                "-A FORWARD -s 10.1.0.0/16 -j A",
                "-A A -j B",
                "-A B -j A",
                "-A FORWARD -s 10.2.0.0/16 -j GONE");

        assertThat(reading.gaps()).extracting(Gap::reason).contains(Reason.UNDEFINED);
        assertThat(trace(reading, "10.1.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.NOT_PROVED);
        assertThat(trace(reading, "10.2.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.NOT_PROVED);
        assertThat(trace(reading, "10.3.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void lineEndsWrappedLinesAndLatin1AreRead() {
        var bytes =
                "*filter\r\n:FORWARD DROP\r-A FORWARD -s 10.0.0.0/8 -m comment --comment \"accès\"\r\n   -j ACCEPT\nCOMMIT\n"
                        .getBytes(StandardCharsets.ISO_8859_1);

        var reading = new IptablesReader().read(ConfigText.of("fw", bytes));

        assertThat(trace(reading, "10.1.1.1", "10.2.2.2", 1).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(reading.gaps()).allMatch(Gap::harmless);
    }

    @Test
    void twoDumpsInOneFileAreTwoDevices() {
        var reading = read("*filter", ":FORWARD DROP", "COMMIT", "*filter", ":FORWARD ACCEPT", "COMMIT");

        assertThat(reading.devices()).hasSize(2);
    }

    @Test
    void oddNotationsOfRealFilesAreUnderstood() {
        var reading = forward(
                "-A FORWARD -s 10.0.0.0/255.0.255.0 -j ACCEPT",
                "-A FORWARD -p tcp -m multiport --dports 21,873:874,80 -s 192.168.1.1,192.168.1.2 -j ACCEPT",
                "-A FORWARD -p tcp --dport 1024:80 -j ACCEPT",
                "-A FORWARD -m iprange --src-range 172.16.0.5-172.16.0.9 ! -i eth9+ -j ACCEPT");

        assertThat(trace(reading, "10.77.0.9", "1.1.1.1", 1).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(trace(reading, "10.77.1.9", "1.1.1.1", 1).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(trace(reading, "192.168.1.2", "1.1.1.1", 874).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(trace(reading, "192.168.1.3", "1.1.1.1", 874).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(trace(reading, "172.16.0.9", "1.1.1.1", 900).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void destinationsAreTranslatedBeforeTheyAreFiltered() {
        var reading = read(
                "*nat",
                ":PREROUTING ACCEPT",
                "-A PREROUTING -d 203.0.113.1/32 -p tcp -m tcp --dport 8443 -j DNAT --to-destination 10.0.0.5:443",
                "COMMIT",
                "*filter",
                ":FORWARD DROP",
                "-A FORWARD -d 10.0.0.5/32 -p tcp -m tcp --dport 443 -j ACCEPT",
                "COMMIT");

        assertThat(trace(reading, "198.51.100.1", "203.0.113.1", 8443).verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(trace(reading, "198.51.100.1", "203.0.113.1", 443).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(trace(reading, "198.51.100.1", "10.0.0.5", 443).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void nothingIsSaidOfIpv6ByAnIpv4Dump() {
        var reading = forward("-A FORWARD -j DROP");

        assertThat(trace(reading, "2001:db8::1", "2001:db8::2", 1).verdict()).isEqualTo(Verdict.NOT_PROVED);
    }

    @Test
    void aFileWithoutATableIsRefusedWithARemedy() {
        assertThatThrownBy(() -> read("hello", "world"))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("fw:1")
                .hasMessageContaining("iptables-save");
    }
}
