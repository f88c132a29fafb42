package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asepsie.engine.network.policy.Family;

/// Rule sets drawn at random that use much of the language of `iptables-save` or of `nft`: chains, jumps, gotos,
/// returns, negations, ranges, sets, verdict maps, translations.
final class MadeUpRules {
    static final List<String> INTERFACES = List.of("lan", "wan", "dmz0", "dmz1", "guests");
    private static final int CHAINS = 6;

    private final Random random;
    private final Family family;
    private final StringBuilder text = new StringBuilder();

    private MadeUpRules(long seed, Family family) {
        random = new Random(seed);
        this.family = family;
    }

    static String iptables(long seed, Family family, int rules) {
        return new MadeUpRules(seed, family).iptables(rules);
    }

    static String nftables(long seed, int rules) {
        return new MadeUpRules(seed, Family.IPV4).nftables(rules);
    }

    private String iptables(int rules) {
        if (family == Family.IPV4) {
            text.append(
                    "*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n");
            text.append(
                    "-A PREROUTING -d 10.0.7.1/32 -p tcp -m tcp --dport 8000:8010 -j DNAT --to-destination 10.0.1.9:80\n");
            text.append("-A PREROUTING -i wan -d 10.0.7.2/32 -j DNAT --to-destination 10.0.2.1\n");
            text.append("-A POSTROUTING -o wan -s 10.0.0.0/16 -p udp -j SNAT --to-source 192.0.2.7\nCOMMIT\n");
        }
        text.append("*filter\n:INPUT DROP [0:0]\n:FORWARD %s [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                .formatted(one("DROP", "ACCEPT")));
        for (int i = 0; i < CHAINS; i++) {
            text.append(":CHAIN").append(i).append(" - [0:0]\n");
        }
        line("-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT");
        for (int i = 0; i < rules; i++) {
            int chain = random.nextInt(CHAINS + 2) - 2;
            var name = chain == -2 ? "FORWARD" : chain == -1 ? "INPUT" : "CHAIN" + chain;
            line("-A " + name + matches(chain < -1) + " " + iptablesTarget(Math.max(chain, -1)));
        }
        for (int i = 0; i < CHAINS; i++) {
            line("-A " + one("FORWARD", "INPUT") + address("-s") + " -j CHAIN" + i);
        }
        return text.append("COMMIT\n").toString();
    }

    private String matches(boolean forward) {
        var parts = new StringBuilder();
        if (random.nextInt(3) == 0) {
            parts.append(not()).append("-i ").append(one("lan", "wan", "dmz+", "guests"));
        }
        if (forward && random.nextInt(3) == 0) {
            parts.append(not()).append("-o ").append(one("lan", "wan", "dmz+", "guests"));
        }
        parts.append(random.nextInt(2) == 0 ? address("-s") : "").append(random.nextInt(2) == 0 ? address("-d") : "");
        return parts.append(service()).append(extra()).toString();
    }

    private String service() {
        return switch (random.nextInt(9)) {
            case 0 -> " -p tcp -m tcp%s--dport %s".formatted(not(), ports(":"));
            case 1 -> " -p udp -m udp%s--sport %s".formatted(not(), ports(":"));
            case 2 -> " -p tcp -m multiport --dports %d,%s,%d".formatted(port(), ports(":"), port());
            case 3 -> " -p udp -m multiport%s--ports %d,%d".formatted(not(), port(), port());
            case 4 ->
                family == Family.IPV4
                        ? " -p icmp -m icmp%s--icmp-type %d".formatted(not(), 8 + random.nextInt(8))
                        : " -p ipv6-icmp -m icmp6%s--icmpv6-type 128".formatted(not());
            case 5 -> "%s-p %s".formatted(not(), one("tcp", "udp", "47"));
            case 6 -> " -p tcp -m tcp%s--tcp-flags FIN,SYN,RST,ACK SYN".formatted(not());
            default -> "";
        };
    }

    private String extra() {
        return switch (random.nextInt(8)) {
            case 0 -> " -m conntrack --ctstate " + one("NEW", "NEW,ESTABLISHED", "ESTABLISHED", "INVALID,NEW");
            case 1 ->
                family == Family.IPV4
                        ? " -m iprange%s--src-range 10.0.%d.%d-10.0.%d.%d"
                                .formatted(
                                        not(),
                                        random.nextInt(3),
                                        random.nextInt(256),
                                        3 + random.nextInt(3),
                                        random.nextInt(256))
                        : "";
            case 2 -> " -m comment --comment \"rule -j ACCEPT %d\"".formatted(random.nextInt(99));
            default -> "";
        };
    }

    private String iptablesTarget(int chain) {
        int later = chain + 1 + random.nextInt(Math.max(1, CHAINS - chain - 1));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> "-j ACCEPT";
            case 3, 4 -> "-j DROP";
            case 5 -> "-j REJECT";
            case 6 -> chain < 0 ? "-j ACCEPT" : "-j RETURN";
            case 7 -> later < CHAINS ? "-j CHAIN" + later : "-j DROP";
            case 8 -> later < CHAINS ? "-g CHAIN" + later : "-j ACCEPT";
            default -> "-j LOG --log-prefix \"x \"";
        };
    }

    private String address(String side) {
        if (family == Family.IPV6) {
            return "%s%s 2001:db8:%x::/%d".formatted(not(), side, random.nextInt(16), one(44, 48, 64));
        }
        return "%s%s 10.0.%d.%d/%d"
                .formatted(not(), side, random.nextInt(6), random.nextInt(256), one(16, 22, 24, 27, 32));
    }

    private String nftables(int rules) {
        text.append("""
                define OFFICE = { 10.0.1.0/24, 10.0.3.16-10.0.3.99 }
                table inet made {
                  set hosts { type ipv4_addr; flags interval; elements = { 10.0.0.0/28, 10.0.2.7, 10.0.4.0-10.0.4.77 } }
                  set pairs { type ipv4_addr . inet_service; elements = { 10.0.2.7 . 80, 10.0.0.3 . 443 } }
                  set six { type ipv6_addr; flags interval; elements = { 2001:db8:3::/48, 2001:db8:5::1 } }
                  map fate { type inet_service : verdict; flags interval; elements = { 22 : jump chain5, 1000-2000 : drop, 443 : accept } }
                """);
        for (int i = CHAINS - 1; i >= 0; i--) {
            text.append("  chain chain").append(i).append(" {\n");
            for (int j = 0; j < rules / (CHAINS + 2); j++) {
                nftRule(i);
            }
            text.append("  }\n");
        }
        for (var base : List.of("forward", "input")) {
            text.append(
                    "  chain %s {\n    type filter hook %s priority filter; policy %s;\n    ct state established,related accept\n"
                            .formatted(base, base, one("accept", "drop")));
            for (int j = 0; j < rules / (CHAINS + 2); j++) {
                nftRule(-1);
            }
            for (int i = 0; i < 3; i++) {
                line("    " + nftMatches() + "jump chain" + i);
            }
            text.append("  }\n");
        }
        text.append(
                "}\ntable ip later {\n  chain forward {\n    type filter hook forward priority filter + 10; policy accept;\n");
        line("    ip saddr $OFFICE tcp dport 25 reject");
        line("    iifname \"guests\" ip daddr @private drop");
        text.append(
                "  }\n  set private { type ipv4_addr; flags interval; elements = { 172.16.0.0/12, 10.0.5.0/24 } }\n}\n");
        return text.toString();
    }

    private void nftRule(int chain) {
        int later = chain + 1 + random.nextInt(Math.max(1, CHAINS - chain - 1));
        boolean byMap = chain >= 0 && chain < CHAINS - 1 && random.nextInt(11) == 0;
        var verdict = switch (random.nextInt(10)) {
            case 0, 1, 2 -> "accept";
            case 3, 4 -> "drop";
            case 5 -> "counter reject";
            case 6 -> chain < 0 ? "accept" : "return";
            case 7 -> later < CHAINS ? "jump chain" + later : "drop";
            case 8 -> later < CHAINS ? "goto chain" + later : "accept";
            default -> "log prefix \"x \"";
        };
        line("    " + (byMap ? nftMatches("tcp") + "tcp dport vmap @fate" : nftMatches() + verdict));
    }

    private String nftMatches() {
        return nftMatches(one("", "", "tcp", "udp", "th", "icmp"));
    }

    /// One family and one protocol a rule: `nft` refuses a rule that contradicts itself.
    private String nftMatches(String protocol) {
        var parts = new ArrayList<String>();
        boolean six = random.nextInt(3) == 0;
        if (random.nextInt(4) > 0) {
            parts.add(six ? six() : four(protocol));
        }
        switch (protocol) {
            case "tcp" -> parts.add(tcp());
            case "udp" ->
                parts.add(
                        random.nextBoolean()
                                ? "udp dport %s%s".formatted(differs(), ports("-"))
                                : "udp sport %s%d".formatted(one("<= ", "> "), port()));
            case "th" -> {
                parts.add("meta l4proto { tcp, udp }");
                parts.add("th dport %s%d".formatted(one("", "< ", ">= ", "!= "), port()));
            }
            case "icmp" ->
                parts.add(six ? "icmpv6 type echo-request" : "icmp type { echo-request, timestamp-request }");
            default -> {}
        }
        if (random.nextInt(3) == 0 || parts.isEmpty()) {
            parts.add(
                    switch (random.nextInt(5)) {
                        case 0 -> "iifname %s\"%s\"".formatted(differs(), one("lan", "wan", "dmz*", "guests"));
                        case 1 -> "iifname { \"lan\", \"dmz0\" }";
                        case 2 ->
                            "ct state %s".formatted(one("new", "{ new, established }", "established", "!= invalid"));
                        case 3 -> "meta nfproto " + (six ? "ipv6" : "ipv4");
                        default ->
                            protocol.isEmpty()
                                    ? "meta l4proto %s{ tcp, udp }".formatted(differs())
                                    : "iifname != \"wan\"";
                    });
        }
        return String.join(" ", parts) + " ";
    }

    private String four(String protocol) {
        return switch (random.nextInt(protocol.equals("tcp") ? 5 : 4)) {
            case 0 -> "ip saddr %s10.0.%d.0/%d".formatted(differs(), random.nextInt(6), one(22, 24, 27));
            case 1 ->
                "ip daddr %s{ 10.0.%d.%d, 10.0.4.0/25 }".formatted(differs(), random.nextInt(4), random.nextInt(256));
            case 2 -> "ip saddr %s@hosts".formatted(differs());
            case 3 -> "ip daddr %s$OFFICE".formatted(differs());
            default -> "ip daddr . tcp dport @pairs";
        };
    }

    private String six() {
        return random.nextBoolean()
                ? "ip6 saddr %s@six".formatted(differs())
                : "ip6 daddr %s2001:db8:%x::/44".formatted(differs(), random.nextInt(16) * 16);
    }

    private String tcp() {
        return switch (random.nextInt(3)) {
            case 0 -> "tcp dport %s".formatted(ports("-"));
            case 1 -> "tcp dport %s{ %d, 5000-6000 }".formatted(differs(), port());
            default -> "tcp flags & (fin|syn|rst|ack) %s syn".formatted(one("==", "==", "!="));
        };
    }

    private String not() {
        return random.nextInt(4) == 0 ? " ! " : " ";
    }

    private String differs() {
        return random.nextInt(4) == 0 ? "!= " : "";
    }

    private int port() {
        return one(22, 53, 80, 443, 1000 + random.nextInt(4000));
    }

    private String ports(String dash) {
        int first = port();
        return random.nextBoolean() ? Integer.toString(first) : first + dash + (first + random.nextInt(3000));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private void line(String words) {
        text.append(words.replaceAll("^(\\s*\\S.*?)  +", "$1 ")).append('\n');
    }
}
