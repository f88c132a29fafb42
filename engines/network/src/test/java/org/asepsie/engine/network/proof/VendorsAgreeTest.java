package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.Readers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One policy from `lan` to `wan`, written as each vendor writes it: the packets that pass are the same set, bit by
/// bit.
class VendorsAgreeTest {
    /// @param protocol `tcp`, `udp` or `any`; ports only for the first two
    private record Line(boolean accept, Prefix from, Prefix to, String protocol, int firstPort, int lastPort) {
        String mask(Prefix it, boolean wild) {
            int bits = it.length() == 0 ? 0 : -1 << (32 - it.length());
            int shown = wild ? ~bits : bits;
            return "%s %d.%d.%d.%d"
                    .formatted(it.network(), shown >>> 24, shown >>> 16 & 255, shown >>> 8 & 255, shown & 255);
        }

        boolean hasPorts() {
            return !protocol.equals("any");
        }
    }

    /// @param in how this vendor's rules call the side where packets enter
    private record Rendering(String vendor, String in, String out, String text) {}

    private static List<Line> policy(long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> {
                    int first = 1 + random.nextInt(2000);
                    return new Line(
                            random.nextBoolean(),
                            prefix(random),
                            prefix(random),
                            List.of("tcp", "udp", "any").get(random.nextInt(3)),
                            first,
                            first + (random.nextBoolean() ? 0 : random.nextInt(3000)));
                })
                .limit(12)
                .toList();
    }

    private static Prefix prefix(Random random) {
        int length = List.of(16, 24, 28, 32).get(random.nextInt(4));
        return Prefix.of("10.0.%d.%d/%d".formatted(random.nextInt(3), random.nextInt(256), length));
    }

    private static List<Rendering> renderings(List<Line> lines) {
        return List.of(
                new Rendering("iptables", "lan", "wan", iptables(lines)),
                new Rendering("nftables", "lan", "wan", nftables(lines)),
                new Rendering("ios", "Gi0/0", "Gi0/1", ios(lines)),
                new Rendering("asa", "inside", "outside", asa(lines)),
                new Rendering("fortios", "port1", "port2", fortios(lines)),
                new Rendering("stormshield", "in", "out", stormshield(lines)),
                new Rendering("csv", "lan", "wan", csv(lines)),
                new Rendering("yaml", "lan", "wan", yaml(lines)));
    }

    private static String iptables(List<Line> lines) {
        var text = new StringBuilder("*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n");
        for (var it : lines) {
            text.append("-A FORWARD -i lan -o wan -s %s -d %s%s -j %s\n"
                    .formatted(
                            it.from(),
                            it.to(),
                            it.hasPorts()
                                    ? " -p %1$s -m %1$s --dport %2$d:%3$d"
                                            .formatted(it.protocol(), it.firstPort(), it.lastPort())
                                    : "",
                            it.accept() ? "ACCEPT" : "DROP"));
        }
        return text.append("COMMIT\n").toString();
    }

    private static String nftables(List<Line> lines) {
        var text = new StringBuilder(
                "table ip filter {\n chain forward {\n  type filter hook forward priority 0; policy drop;\n");
        for (var it : lines) {
            text.append("  iifname \"lan\" oifname \"wan\" ip saddr %s ip daddr %s %s %s\n"
                    .formatted(
                            it.from(),
                            it.to(),
                            it.hasPorts()
                                    ? "%s dport %d-%d".formatted(it.protocol(), it.firstPort(), it.lastPort())
                                    : "",
                            it.accept() ? "accept" : "drop"));
        }
        return text.append(" }\n}\n").toString();
    }

    private static String ios(List<Line> lines) {
        var text = new StringBuilder(
                "hostname r1\ninterface Gi0/0\n ip address 10.0.255.1 255.255.255.0\n ip access-group POLICY in\n"
                        + "interface Gi0/1\n ip address 192.0.2.1 255.255.255.0\nip access-list extended POLICY\n");
        for (var it : lines) {
            text.append(" %s %s %s %s%s\n"
                    .formatted(
                            it.accept() ? "permit" : "deny",
                            it.hasPorts() ? it.protocol() : "ip",
                            it.mask(it.from(), true),
                            it.mask(it.to(), true),
                            it.hasPorts() ? " range %d %d".formatted(it.firstPort(), it.lastPort()) : ""));
        }
        return text.toString();
    }

    private static String asa(List<Line> lines) {
        var text = new StringBuilder(
                ": Saved\nASA Version 9.8(1)\nhostname asa\ninterface GigabitEthernet0/0\n nameif inside\n security-level 100\n ip address 10.0.255.1 255.255.255.0\n"
                        + "interface GigabitEthernet0/1\n nameif outside\n security-level 0\n ip address 192.0.2.1 255.255.255.0\n");
        for (var it : lines) {
            text.append("access-list POLICY extended %s %s %s %s%s\n"
                    .formatted(
                            it.accept() ? "permit" : "deny",
                            it.hasPorts() ? it.protocol() : "ip",
                            it.mask(it.from(), false),
                            it.mask(it.to(), false),
                            it.hasPorts() ? " range %d %d".formatted(it.firstPort(), it.lastPort()) : ""));
        }
        return text.append("access-group POLICY in interface inside\n").toString();
    }

    private static String fortios(List<Line> lines) {
        var addresses = new StringBuilder("config firewall address\n");
        var services = new StringBuilder("config firewall service custom\n");
        var policies = new StringBuilder("config firewall policy\n");
        int number = 0;
        for (var it : lines) {
            number++;
            addresses.append("edit \"from%d\"\nset subnet %s\nnext\n".formatted(number, it.mask(it.from(), false)));
            addresses.append("edit \"to%d\"\nset subnet %s\nnext\n".formatted(number, it.mask(it.to(), false)));
            if (it.hasPorts()) {
                services.append("edit \"s%d\"\nset %s-portrange %d-%d\nnext\n"
                        .formatted(number, it.protocol(), it.firstPort(), it.lastPort()));
            }
            policies.append(
                    """
                edit %1$d
                set srcintf "port1"
                set dstintf "port2"
                set srcaddr "from%1$d"
                set dstaddr "to%1$d"
                set action %2$s
                set schedule "always"
                set service "%3$s"
                next
                """.formatted(number, it.accept() ? "accept" : "deny", it.hasPorts() ? "s" + number : "ALL"));
        }
        return "#config-version=FGT60F-7.0.5-FW-build0304-220208:opmode=0:vdom=0\n"
                + "config system interface\nedit \"port1\"\nset ip 10.0.255.1 255.255.255.0\nnext\nedit \"port2\"\nset ip 192.0.2.1 255.255.255.0\nnext\nend\n"
                + addresses + "end\n" + services + "end\n" + policies + "end\n";
    }

    private static String stormshield(List<Line> lines) {
        var text = new StringBuilder();
        var rules = new StringBuilder();
        int number = 0;
        for (var it : lines) {
            number++;
            text.append("CONFIG OBJECT NETWORK NEW name=from%d ip=%s\n"
                    .formatted(number, it.mask(it.from(), false).replace(" ", " mask=")));
            text.append("CONFIG OBJECT NETWORK NEW name=to%d ip=%s\n"
                    .formatted(number, it.mask(it.to(), false).replace(" ", " mask=")));
            if (it.hasPorts()) {
                text.append("CONFIG OBJECT SERVICE NEW name=s%d port=%d toport=%d proto=%s\n"
                        .formatted(number, it.firstPort(), it.lastPort(), it.protocol()));
            }
            rules.append(
                    "CONFIG FILTER RULE INSERT index=1 type=filter state=on action=%s srctarget=from%d srcif=in dsttarget=to%d%s position=%d\n"
                            .formatted(
                                    it.accept() ? "pass" : "block",
                                    number,
                                    number,
                                    it.hasPorts() ? " dstport=s" + number : "",
                                    number));
        }
        return text.append(rules)
                .append(
                        "CONFIG FILTER RULE INSERT index=1 type=filter state=on action=block srctarget=any dsttarget=any position=%d\n"
                                .formatted(number + 1))
                .toString();
    }

    private static String csv(List<Line> lines) {
        var text = new StringBuilder("action;source;destination;service\n");
        lines.forEach(it -> text.append(
                "%s;%s;%s;%s\n".formatted(it.accept() ? "autoriser" : "refuser", it.from(), it.to(), service(it))));
        return text.append("refuser;any;any;any\n").toString();
    }

    private static String yaml(List<Line> lines) {
        var text = new StringBuilder("rules:\n");
        lines.forEach(it -> text.append("  - action: %s\n    source: %s\n    destination: [%s]\n    service: %s\n"
                .formatted(it.accept() ? "accept" : "deny", it.from(), it.to(), service(it))));
        return text.append("default: deny\n").toString();
    }

    private static String service(Line it) {
        return it.hasPorts() ? "%s/%d-%d".formatted(it.protocol(), it.firstPort(), it.lastPort()) : "any";
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onTheSamePackets(long seed) {
        var renderings = renderings(policy(seed));
        var devices = new ArrayList<Device>();
        for (var it : renderings) {
            devices.add(Readers.read(ConfigText.of(it.vendor(), it.text()))
                    .devices()
                    .getFirst());
        }
        var ways = new Ways(devices, 5_000_000);
        int expected = passing(ways, devices.getFirst(), renderings.getFirst()).sure();
        assertThat(expected).as("something passes").isNotEqualTo(Bdd.NONE);

        for (int i = 0; i < devices.size(); i++) {
            var vendor = renderings.get(i).vendor();
            var bounds = passing(ways, devices.get(i), renderings.get(i));
            assertThat(example(ways, bounds.sure(), expected))
                    .as("%s surely lets pass", vendor)
                    .isEmpty();
            assertThat(example(ways, expected, bounds.sure()))
                    .as("%s surely stops", vendor)
                    .isEmpty();
            assertThat(bounds.possible()).as("%s is firm", vendor).isEqualTo(bounds.sure());
        }
    }

    /// From the one side to the other, IPv4, as long as neither end is the device itself.
    private static Bounds passing(Ways ways, Device device, Rendering rendering) {
        var bdd = ways.sets().bdd();
        var bounds = ways.through(device, Traffic.THROUGH, Bounds.ALL, false);
        int in = ways.sets().exactly(Field.IN, ways.vocabulary().number(rendering.in()));
        int out = ways.sets().exactly(Field.OUT, ways.vocabulary().number(rendering.out()));
        int family = ways.sets().family(Family.IPV4);
        int sides = bdd.and(in, out);
        return new Bounds(
                bdd.and(family, bdd.set(bounds.sure(), sides)), bdd.and(family, bdd.set(bounds.possible(), sides)));
    }

    private static List<String> example(Ways ways, int set, int without) {
        int more = ways.sets().bdd().without(set, without);
        return more == Bdd.NONE
                ? List.of()
                : List.of(new Witnesses(ways.sets(), ways.vocabulary())
                        .pick(more, Traffic.THROUGH, Addresses.ALL, Addresses.ALL)
                        .toString());
    }
}
