package org.asepsie.engine.network;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.asepsie.engine.network.policy.Prefix;

/// One policy from `lan` to `wan`, made up from a seed, as each vendor writes it.
public final class Renderings {
    private Renderings() {}

    /// @param protocol `tcp`, `udp` or `any`; ports only for the first two
    public record Line(boolean accept, Prefix from, Prefix to, String protocol, int firstPort, int lastPort) {
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
    public record Rendering(String vendor, String in, String out, String text) {}

    public static List<Line> policy(long seed) {
        return policy(seed, 12);
    }

    public static List<Line> policy(long seed, int rules) {
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
                .limit(rules)
                .toList();
    }

    private static Prefix prefix(Random random) {
        int length = List.of(16, 24, 28, 32).get(random.nextInt(4));
        return Prefix.of("10.0.%d.%d/%d".formatted(random.nextInt(3), random.nextInt(256), length));
    }

    public static List<Rendering> of(List<Line> lines) {
        return List.of(
                new Rendering("iptables", "lan", "wan", iptables(lines)),
                new Rendering("nftables", "lan", "wan", nftables(lines)),
                new Rendering("ios", "Gi0/0", "Gi0/1", ios(lines)),
                new Rendering("asa", "inside", "outside", asa(lines)),
                new Rendering("fortios", "port1", "port2", fortios(lines)),
                new Rendering("stormshield", "in", "out", stormshield(lines)),
                new Rendering("pfsense", "lan", "wan", pf("pfsense", false, lines)),
                new Rendering("opnsense", "lan", "wan", pf("opnsense", false, lines)),
                new Rendering("opnsense, newer model", "lan", "wan", pf("opnsense", true, lines)),
                new Rendering("paloalto, set", "ethernet1/1", "ethernet1/2", panSet(lines)),
                new Rendering("paloalto, XML", "ethernet1/1", "ethernet1/2", panXml(lines)),
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

    private static String pf(String root, boolean newer, List<Line> lines) {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n<" + root + ">\n");
        text.append(
                "<system><hostname>fw</hostname><webgui><noantilockout>1</noantilockout></webgui></system>\n<interfaces>\n"
                        + "<lan><if>em0</if><enable>1</enable><ipaddr>10.0.255.1</ipaddr><subnet>24</subnet></lan>\n"
                        + "<wan><if>em1</if><enable>1</enable><ipaddr>192.0.2.1</ipaddr><subnet>24</subnet></wan>\n</interfaces>\n");
        text.append(newer ? "<OPNsense><Firewall><Filter><rules>\n" : "<filter>\n");
        int number = 0;
        for (var it : lines) {
            text.append(newer ? pfNewer(it, ++number) : pfRule(it));
        }
        return text.append(newer ? "</rules></Filter></Firewall></OPNsense>\n" : "</filter>\n")
                .append("</" + root + ">\n")
                .toString();
    }

    private static String pfRule(Line it) {
        return """
                <rule>
                <type>%s</type>
                <interface>lan</interface>
                <ipprotocol>inet</ipprotocol>
                %s
                <source><address>%s</address></source>
                <destination><address>%s</address>%s</destination>
                </rule>
                """.formatted(
                        it.accept() ? "pass" : "block",
                        it.hasPorts() ? "<protocol>%s</protocol>".formatted(it.protocol()) : "",
                        it.from(),
                        it.to(),
                        it.hasPorts() ? "<port>%d-%d</port>".formatted(it.firstPort(), it.lastPort()) : "");
    }

    private static String pfNewer(Line it, int number) {
        return """
                <rule uuid="00000000-0000-4000-8000-%012d">
                <enabled>1</enabled>
                <sequence>%d</sequence>
                <action>%s</action>
                <quick>1</quick>
                <interface>lan</interface>
                <direction>in</direction>
                <ipprotocol>inet</ipprotocol>
                <protocol>%s</protocol>
                <source_net>%s</source_net>
                <destination_net>%s</destination_net>
                %s
                </rule>
                """.formatted(
                        number,
                        number,
                        it.accept() ? "pass" : "block",
                        it.protocol(),
                        it.from(),
                        it.to(),
                        it.hasPorts()
                                ? "<destination_port>%d-%d</destination_port>".formatted(it.firstPort(), it.lastPort())
                                : "");
    }

    private static String panSet(List<Line> lines) {
        var text = new StringBuilder("""
                set deviceconfig system hostname fw
                set network interface ethernet ethernet1/1 layer3 ip 10.0.255.1/24
                set network interface ethernet ethernet1/2 layer3 ip 192.0.2.1/24
                set zone lan network layer3 ethernet1/1
                set zone wan network layer3 ethernet1/2
                """);
        int number = 0;
        for (var it : lines) {
            number++;
            text.append("set address from%d ip-netmask %s\nset address to%d ip-netmask %s\n"
                    .formatted(number, it.from(), number, it.to()));
            if (it.hasPorts()) {
                text.append("set service s%d protocol %s port %d-%d\n"
                        .formatted(number, it.protocol(), it.firstPort(), it.lastPort()));
            }
            text.append(
                    "set rulebase security rules \"rule %1$d\" from lan to wan source from%1$d destination to%1$d application any service %2$s action %3$s\n"
                            .formatted(number, it.hasPorts() ? "s" + number : "any", it.accept() ? "allow" : "deny"));
        }
        return text.toString();
    }

    private static String panXml(List<Line> lines) {
        var addresses = new StringBuilder();
        var services = new StringBuilder();
        var rules = new StringBuilder();
        int number = 0;
        for (var it : lines) {
            number++;
            addresses.append(
                    "<entry name=\"from%1$d\"><ip-netmask>%2$s</ip-netmask></entry><entry name=\"to%1$d\"><ip-netmask>%3$s</ip-netmask></entry>\n"
                            .formatted(number, it.from(), it.to()));
            if (it.hasPorts()) {
                services.append(
                        "<entry name=\"s%1$d\"><protocol><%2$s><port>%3$d-%4$d</port></%2$s></protocol></entry>\n"
                                .formatted(number, it.protocol(), it.firstPort(), it.lastPort()));
            }
            rules.append("""
                    <entry name="rule %1$d"><from><member>lan</member></from><to><member>wan</member></to>
                    <source><member>from%1$d</member></source><destination><member>to%1$d</member></destination>
                    <application><member>any</member></application><service><member>%2$s</member></service><action>%3$s</action></entry>
                    """.formatted(number, it.hasPorts() ? "s" + number : "any", it.accept() ? "allow" : "deny"));
        }
        return """
                <?xml version="1.0"?>
                <config version="10.1.0"><devices><entry name="localhost.localdomain">
                <deviceconfig><system><hostname>fw</hostname></system></deviceconfig>
                <network><interface><ethernet>
                <entry name="ethernet1/1"><layer3><ip><entry name="10.0.255.1/24"/></ip></layer3></entry>
                <entry name="ethernet1/2"><layer3><ip><entry name="192.0.2.1/24"/></ip></layer3></entry>
                </ethernet></interface></network>
                <vsys><entry name="vsys1"><zone>
                <entry name="lan"><network><layer3><member>ethernet1/1</member></layer3></network></entry>
                <entry name="wan"><network><layer3><member>ethernet1/2</member></layer3></network></entry>
                </zone>
                """ + "<address>\n" + addresses + "</address>\n<service>\n" + services
                + "</service>\n<rulebase><security><rules>\n" + rules
                + "</rules></security></rulebase></entry></vsys></entry></devices></config>\n";
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
}
