package org.asepsie.engine.network.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.network.Renderings;
import org.asepsie.engine.network.packets.TooComplex;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.FoundZones;
import org.asepsie.engine.network.proof.TooManySteps;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.asepsie.engine.network.reader.fortios.FortiOsReader;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.asepsie.engine.network.reader.nftables.NftablesReader;
import org.asepsie.engine.network.reader.paloalto.PaloAltoReader;
import org.asepsie.engine.network.reader.pf.PfReader;
import org.asepsie.engine.network.reader.stormshield.StormshieldReader;
import org.asepsie.engine.network.reader.table.TableReader;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes a reader is given, it makes a policy that can be judged, or refuses with a place and a remedy. The
/// first byte of the input chooses the reader (a file is also given to readers of other vendors) and whether what was
/// read is judged as well, which takes a hundred times as long.
class ConfigFuzzTest {
    private static final List<ConfigReader> READERS = List.of(
            new IptablesReader(),
            new NftablesReader(),
            new IosReader(),
            new AsaReader(),
            new FortiOsReader(),
            new StormshieldReader(),
            new PfReader(),
            new PaloAltoReader(),
            new TableReader());

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    /// A short file must not keep a reader busy: this is a hundred times what the slowest seed takes.
    private static final long LONGEST_NANOS = 10_000_000_000L;

    /// In the first byte: judge what was read.
    private static final byte JUDGED = 0x70;

    static Stream<byte[]> seeds() {
        var whole = Renderings.of(Renderings.policy(1, 3)).stream().map(it -> seed(it.text()));
        return Stream.concat(whole, more().map(ConfigFuzzTest::seed)).flatMap(it -> Stream.of(it, judgedToo(it)));
    }

    private static Stream<String> more() {
        return Stream.of(
                "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -i e+ ! -s 1.2.3.4/255.0.255.0 -p tcp -m multiport --dports 1,2:3 -j DNAT --to-destination 10.0.0.1-10.0.0.2:80\n"
                        + "COMMIT\n*filter\n:FORWARD DROP [0:0]\n:A - [0:0]\n[1:2] -A FORWARD -m conntrack --ctstate NEW -g A\n-A A -m set --match-set x src -j RETURN\nCOMMIT\n",
                "define a = { 10.0.0.0/8, fe80::1-fe80::9 }\ntable inet f {\n set s { type ipv4_addr . inet_service; flags interval; elements = { 1.2.3.4 . 80 } }\n"
                        + " map m { type inet_service : verdict; elements = { 22 : accept } }\n chain c { type filter hook forward priority filter + 1; policy drop;\n"
                        + "  ip saddr . tcp dport @s accept; tcp dport vmap @m\n  ip saddr != $a meta l4proto { tcp, udp } th dport 53 jump d }\n chain d { counter limit rate 1/second goto c; }\n}\n",
                "interface Vlan1\n ip address 10.0.0.1 255.255.255.0 secondary\n ip access-group 101 in\nip access-list standard 5\n permit 10.0.0.0 0.255.0.255\n"
                        + "access-list 101 permit tcp any host 10.0.0.5 eq www established\naccess-list 101 deny icmp any any echo\nobject-group network G\n host 1.2.3.4\n group-object G\n"
                        + "ip nat inside source static tcp 10.0.0.1 80 1.2.3.4 8080\nip route 0.0.0.0 0.0.0.0 10.0.0.254\n",
                ": Saved\nASA Version 9.8(1)\ninterface Gi0\n nameif inside\n security-level 100\nobject network a\n host 10.0.0.1\n nat (inside,outside) static 1.2.3.4 service tcp 80 8080\n"
                        + "object-group service s tcp-udp\n port-object range 1 9\naccess-list x extended permit object-group s object a any4 log\naccess-group x global\n",
                "config vdom\nedit root\nconfig firewall vip\nedit \"v\"\nset extip 1.2.3.4-1.2.3.5\nset mappedip \"10.0.0.1\"\nset portforward enable\nset extport 80-81\nset mappedport 8080\nnext\nend\n"
                        + "config firewall policy\nedit 1\nset srcintf \"any\"\nset dstintf \"any\"\nset srcaddr \"all\"\nset dstaddr \"v\"\nset action accept\nset srcaddr-negate enable\nset schedule \"x\\\"\ny\"\nnext\nmove 1 after 2\nend\nend\n",
                "config vdom\nedit root\n\0\0\nnext\nend\n",
                "101 code=00a01000 msg=\"Begin\" format=\"list\"\nposition=1; usage=0 ruleid=1: pass log from Network_lan on in to !10.0.0.1 port http|https # é\nposition=2; ruleid=2: block from any to any\n100 code=00a00100 msg=\"Ok\"\n",
                "<pfsense><interfaces><lan><if>a</if><ipaddr>dhcp</ipaddr></lan></interfaces><aliases><alias><name>a</name><type>port</type><address>1:9 80</address></alias></aliases>"
                        + "<nat><rule><interface>lan</interface><protocol>tcp/udp</protocol><destination><network>lanip</network><port>80</port></destination><target>10.0.0.9</target><local-port>8080</local-port></rule></nat>"
                        + "<filter><rule><type>match</type><floating>yes</floating><interface>lan,wan</interface><source><not/><network>lan</network></source><destination><any/><port>a</port></destination></rule></filter></pfsense>",
                "set shared address-group g static [ a g ]\nset address a ip-range 10.0.0.1-10.0.0.9\nset rulebase security rules r from any to any source g destination-hip x service application-default action reset-both rule-type intrazone\n",
                "action,source,destination,service\naccept,10.0.0.1-10.0.0.9,\"any, 2001:db8::/32\",tcp/22 udp/1-9 icmp\n");
    }

    /// With the reader that recognises it; the one of tables if none does.
    private static byte[] seed(String text) {
        var config = ConfigText.of("seed", text);
        int reader = IntStream.range(0, READERS.size())
                .boxed()
                .max(java.util.Comparator.comparingInt(it -> READERS.get(it).recognises(config)))
                .orElseThrow();
        var bytes = (" " + text).getBytes(UTF_8);
        bytes[0] = (byte) reader;
        return bytes;
    }

    private static byte[] judgedToo(byte[] seed) {
        var copy = seed.clone();
        copy[0] |= JUDGED;
        return copy;
    }

    @DictionaryEntries({
        "-A FORWARD ",
        "-m multiport --dports ",
        " -j RETURN",
        "access-list 101 permit ",
        "object-group ",
        "set service ",
        "config firewall ",
        "<rule>",
        "<address>",
        "elements = {",
        "10.0.0.0/8",
        "2001:db8::/32"
    })
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void isJudgedOrRefusedWithAPlace(byte[] content) {
        if (content.length == 0) {
            return;
        }
        var reader = READERS.get((content[0] & 0x0F) % READERS.size());
        var text = ConfigText.of("fuzzed", Arrays.copyOfRange(content, 1, content.length));
        long begun = PROCESSOR.getCurrentThreadCpuTime();
        READERS.forEach(it -> assertThat(it.recognises(text)).isNotNegative());
        try {
            var reading = reader.read(text);
            assertThat(reading.understood()).isBetween(0, Math.max(0, reading.lines()));
            reading.devices().forEach(ConfigFuzzTest::holdsTogether);
            if ((content[0] & 0xF0) == JUDGED) {
                judged(reading.devices());
            }
        } catch (UnreadableConfig refused) {
            assertThat(refused.french()).isNotBlank();
            assertThat(refused.english()).isNotBlank();
            assertThat(refused.where().file()).isEqualTo("fuzzed");
            assertThat(refused.where().line()).isBetween(0, Math.max(1, text.lines()));
        }
        assertThat(PROCESSOR.getCurrentThreadCpuTime() - begun)
                .as("processor time in ns for %d bytes", content.length)
                .isLessThan(LONGEST_NANOS);
    }

    private static void holdsTogether(Device device) {
        for (var stages : device.ways().values()) {
            for (var stage : stages) {
                if (stage instanceof Stage.Run(var list)) {
                    assertThat(device.lists()).containsKey(list);
                }
            }
        }
    }

    private static void judged(List<Device> devices) {
        try {
            var analysis = Analysis.of(devices, 200_000);
            var zones = FoundZones.of(devices);
            assertThat(analysis.matrix(zones.subList(0, Math.min(4, zones.size()))))
                    .hasSizeLessThanOrEqualTo(16);
            assertThat(analysis.shadowed()).doesNotContainNull();
        } catch (TooComplex | TooManySteps refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }
}
