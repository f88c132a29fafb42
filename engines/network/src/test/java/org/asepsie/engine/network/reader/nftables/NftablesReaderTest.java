package org.asepsie.engine.network.reader.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Verdict;
import org.junit.jupiter.api.Test;

class NftablesReaderTest {
    private static final String RULES = """
        #!/usr/sbin/nft -f
        flush ruleset
        define admin = { 10.20.30.0/24, 10.20.31.7 }
        table inet guard {
            set watchers {
                type ipv4_addr
                flags interval
                elements = { 10.20.40.0/26,
                             10.20.41.16-10.20.41.20 comment "probe" }
            }
            set seen { type ipv4_addr; flags dynamic,timeout; timeout 1h; }
            map ports { type inet_service : verdict; elements = { 22 : jump secure, 23 : drop } }
            chain early { type filter hook forward priority filter - 10; policy accept;
                ip saddr 10.66.0.0/16 drop
            }
            chain forward {
                type filter hook forward priority 0; policy drop;
                ct state vmap { established : accept, related : accept, invalid : drop }
                ip saddr $admin tcp dport vmap @ports
                ip saddr @watchers udp dport 161 counter packets 3 bytes 99 accept comment "snmp"
                ip saddr . tcp dport { 10.1.1.1 . 443, 10.1.1.2 . 8000-8009 } accept
                tcp flags & (fin | syn | rst | ack) == syn ip6 daddr 2001:db8::/64 accept
                ip saddr @seen accept
                tcp dport != { 1-1000, 2000 } ip saddr 10.3.0.0/16 accept
                iifname "lan*" oifname { "wan", "wan2" } meta l4proto icmp accept
            }
            chain secure { ip daddr 10.99.0.0/16 return; accept }
        }
        """;

    private static Reading read(String text) {
        return new NftablesReader().read(ConfigText.of("nft", text));
    }

    private static Verdict tcp(Reading reading, String from, String to, int port) {
        return verdict(reading, from, to, 6, port, "eth0", "eth1");
    }

    private static Verdict verdict(
            Reading reading, String from, String to, int protocol, int port, String in, String out) {
        var device = reading.devices().getFirst();
        var packet =
                new Packet(Optional.of(in), Optional.of(out), Address.of(from), Address.of(to), protocol, 40_000, port);
        return Analysis.of(List.of(device))
                .trace(device, Traffic.THROUGH, packet)
                .verdict();
    }

    @Test
    void aLineThatLooksLikeARuleIsOneInAChainAlone() {
        var reading = read("""
            table ip t {
                set s {
                    iifname "lan" accept
                }
                chain c {
                    type filter hook forward priority 0; policy drop;
                    iifname "lan" accept
                }
            }
            """);

        assertThat(Objects.requireNonNull(reading.devices().getFirst().lists().get("ip t c"))
                        .rules())
                .extracting(it -> it.text())
                .endsWith("iifname \"lan\" accept")
                .hasSize(2);
    }

    @Test
    void keepsTheConditionThatStandsRightBeforeAnAssignment() {
        var reading = read("""
            table inet marking {
                chain forward {
                    type filter hook forward priority 0; policy drop;
                    tcp dport 22 mark set 3 accept
                    iif lan mark set 1 tcp option maxseg size set 1400 accept
                    ct mark set 7 meta nftrace set 1 mark set 2
                }
            }
            """);

        assertThat(tcp(reading, "10.0.0.1", "10.0.0.2", 22)).isEqualTo(Verdict.ALLOWED);
        assertThat(tcp(reading, "10.0.0.1", "10.0.0.2", 80)).isEqualTo(Verdict.DENIED);
        assertThat(verdict(reading, "10.0.0.1", "10.0.0.2", 6, 80, "lan", "eth1"))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(reading.gaps()).isEmpty();
    }

    @Test
    void readsSetsMapsVariablesConcatenationsAndSeveralBaseChains() {
        var reading = read(RULES);

        assertThat(tcp(reading, "10.20.30.5", "10.1.0.1", 22)).isEqualTo(Verdict.ALLOWED);
        assertThat(tcp(reading, "10.20.31.7", "10.1.0.1", 22)).isEqualTo(Verdict.ALLOWED);
        assertThat(tcp(reading, "10.20.30.5", "10.99.0.1", 22)).isEqualTo(Verdict.NOT_PROVED);
        assertThat(tcp(reading, "10.20.30.5", "10.1.0.1", 23)).isEqualTo(Verdict.DENIED);
        assertThat(verdict(reading, "10.20.41.18", "10.1.0.1", 17, 161, "a", "b"))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(tcp(reading, "10.1.1.2", "10.1.0.1", 8005)).isEqualTo(Verdict.ALLOWED);
        assertThat(tcp(reading, "2001:db8:1::1", "2001:db8::9", 99)).isEqualTo(Verdict.ALLOWED);
        assertThat(tcp(reading, "10.3.0.1", "10.1.0.1", 1500)).isEqualTo(Verdict.ALLOWED);
        assertThat(tcp(reading, "10.3.0.1", "10.1.0.1", 2000)).isEqualTo(Verdict.NOT_PROVED);
        assertThat(verdict(reading, "10.4.0.1", "10.1.0.1", 1, 8, "lan7", "wan2"))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void aDropOfOneBaseChainIsFinalWhateverAnotherAccepts() {
        assertThat(tcp(read(RULES), "10.66.20.1", "10.1.1.1", 443)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void aSetThatPacketsChangeProvesNothing() {
        var reading = read(RULES);

        assertThat(tcp(reading, "10.5.5.5", "10.1.0.1", 1)).isEqualTo(Verdict.NOT_PROVED);
        assertThat(reading.gaps()).extracting(Gap::reason).containsExactly(Reason.DYNAMIC_SET);
    }

    @Test
    void aWordThatIsNotKnownMakesItsRuleUndecided() {
        var reading = read("table ip f {\n chain c {\n type filter hook forward priority 0; policy drop;\n"
                + " ip saddr 10.1.0.0/16 wizard spell accept\n }\n}\n");

        assertThat(tcp(reading, "10.1.0.1", "10.2.0.1", 1)).isEqualTo(Verdict.NOT_PROVED);
        assertThat(tcp(reading, "10.9.0.1", "10.2.0.1", 1)).isEqualTo(Verdict.DENIED);
        assertThat(reading.gaps())
                .singleElement()
                .satisfies(it -> assertThat(it.where().line()).isEqualTo(4));
    }

    @Test
    void aCutFileIsSaidToBeCut() {
        var reading = read("table ip f {\n"
                + " chain c {\n"
                + " type filter hook forward priority 0; policy accept;\n"
                + " ip saddr 10.1.0.0/16 drop\n");

        assertThat(reading.gaps()).extracting(Gap::reason).contains(Reason.TRUNCATED);
        assertThat(tcp(reading, "10.1.0.1", "10.2.0.1", 1)).isEqualTo(Verdict.DENIED);
        assertThat(tcp(reading, "10.9.0.1", "10.2.0.1", 1)).isEqualTo(Verdict.NOT_PROVED);
    }
}
