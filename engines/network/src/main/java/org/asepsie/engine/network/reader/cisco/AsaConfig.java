package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Route;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.Words;

/// Goes through the lines of an ASA configuration.
final class AsaConfig {
    /// Commands without a say in which packets pass.
    private static final Set<String> BESIDE_THE_POINT = Set.of(
            "aaa",
            "aaa-server",
            "arp",
            "asdm",
            "banner",
            "boot",
            "call-home",
            "class",
            "clear",
            "clock",
            "configure",
            "console",
            "crashinfo",
            "Cryptochecksum",
            "ctl-provider",
            "dhcpd",
            "dhcprelay",
            "dns",
            "dns-group",
            "domain-name",
            "dynamic-access-policy-record",
            "enable",
            "end",
            "exit",
            "failover",
            "fips",
            "flow-export",
            "ftp",
            "group-policy",
            "hostname",
            "http",
            "icmp",
            "inspect",
            "ip",
            "jumbo-frame",
            "key",
            "ldap",
            "license",
            "logging",
            "mac-address",
            "management-access",
            "monitor-interface",
            "mtu",
            "names",
            "no",
            "ntp",
            "pager",
            "passwd",
            "password-policy",
            "prompt",
            "quota",
            "quit",
            "service",
            "snmp-server",
            "ssh",
            "ssl",
            "sysopt",
            "telnet",
            "terminal",
            "threat-detection",
            "timeout",
            "tls-proxy",
            "tunnel-group",
            "user-identity",
            "username",
            "vpn-addr-assign",
            "vpdn",
            "webvpn",
            "xlate",
            "app-agent",
            "cts",
            "privilege",
            "smtp-server",
            "service-policy",
            "class-map",
            "policy-map",
            "hpm",
            "snmp",
            "auth-prompt",
            "firewall",
            "compression",
            "url-server",
            "time-range",
            "sla",
            "track",
            "cluster",
            "priority-queue",
            "zone",
            "ca",
            "dap",
            "anyconnect",
            "scansafe");

    private final ConfigText text;
    private final Gaps gaps = new Gaps();
    private final Words words = new Words();
    private final CiscoObjects objects = new CiscoObjects();
    private final EntryParser parser = new EntryParser(objects, gaps, false);
    private final AccessLists lists = new AccessLists(parser, gaps);
    private final Map<String, AsaInterface> interfaces = new LinkedHashMap<>();
    private final List<Route> routes = new ArrayList<>();
    private final AsaTranslations translations = new AsaTranslations(parser, objects, gaps);
    private final AsaBindings bindings = new AsaBindings();
    private String name = "";
    private int said;
    private AsaInterface current = new AsaInterface("");
    private Block block = (_, _, _) -> {};
    private final PlainEntries plain;
    private final boolean takesPlain;
    private boolean numbersAsNames;

    private interface Block {
        void line(Position where, String text, List<String> words);
    }

    /// @param takesPlain whether entries without objects are read at once
    AsaConfig(ConfigText text, boolean takesPlain) {
        this.text = text;
        this.takesPlain = takesPlain;
        plain = new PlainEntries(text, false);
    }

    boolean isEmpty() {
        return interfaces.isEmpty() && lists.isEmpty() && objects.isEmpty();
    }

    void read() {
        for (var line = 1; line <= text.lines(); line++) {
            if (takesPlain && plainEntry(line)) {
                said++;
                block = (_, _, _) -> {};
                continue;
            }
            var words = this.words.in(text.whole(), text.start(line), text.end(line));
            if (words.isEmpty()
                    || words.getFirst().startsWith("!")
                    || words.getFirst().startsWith(":")) {
                continue;
            }
            said++;
            var where = text.at(line);
            var raw = text.line(line);
            if (raw.charAt(0) == ' ') {
                block.line(where, raw, words);
                continue;
            }
            try {
                block = command(where, raw, words);
            } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
                gaps.tell(where, Reason.MALFORMED, raw);
                block = (_, _, _) -> {};
            }
        }
    }

    /// `access-list NAME [extended] permit …` of a list that was expected, if all of it is plain.
    private boolean plainEntry(int number) {
        var words = plain.line(number);
        int begin = words.at();
        if (begin > text.start(number) || !words.take("access-list")) {
            return false;
        }
        var listed = lists.expected(words);
        boolean numbered = !words.take("extended") && words.peek() <= '9';
        return listed != null && !listed.standard() && !numbered && listed.add(plain.entry(begin, number, false));
    }

    /// Whether a name looks like an address, and means another one: then no entry is plain.
    boolean hasNumbersAsNames() {
        return numbersAsNames;
    }

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }

    private Block command(Position where, String raw, List<String> words) {
        switch (words.getFirst()) {
            case "ASA", "PIX" -> translations.version(word(words, 2));
            case "hostname" -> name = word(words, 1);
            case "name" -> {
                parser.name(words.get(2), Address.of(words.get(1)));
                numbersAsNames |= !words.get(2).isEmpty()
                        && Character.isDigit(words.get(2).charAt(0));
            }
            case "interface" -> {
                current = new AsaInterface(word(words, 1));
                interfaces.put(word(words, 1), current);
                return this::interfaceLine;
            }
            case "object" -> {
                return object(words);
            }
            case "object-group" -> {
                return group(where, raw, words);
            }
            case "access-list" -> entry(where, raw, words);
            case "access-group" -> bindings.bind(where, words);
            case "same-security-traffic" -> bindings.sameSecurity(words);
            case "nat" -> translations.twice(where, raw, words);
            case "static", "global" -> translations.old(where, raw);
            case "route" -> route(where, words);
            case "ipv6" -> gaps.harmless(where, Reason.NOT_COVERED, raw);
            case "crypto" -> gaps.harmless(where, Reason.TUNNEL, "crypto " + word(words, 1));
            case "router", "route-map", "policy-route" -> gaps.harmless(where, Reason.ROUTING, raw);
            default -> {
                if (!BESIDE_THE_POINT.contains(words.getFirst())) {
                    gaps.harmless(where, Reason.UNKNOWN_WORD, raw);
                }
            }
        }
        return (_, _, _) -> {};
    }

    private void interfaceLine(Position where, String raw, List<String> words) {
        try {
            switch (words.getFirst()) {
                case "nameif" -> current.named(where, word(words, 1));
                case "security-level" -> current.level(where, Integer.parseInt(word(words, 1)));
                case "description" ->
                    current.description =
                            raw.strip().substring("description".length()).strip();
                case "shutdown" -> current.shut = true;
                case "ip" -> {
                    if (word(words, 1).equals("address") && words.size() >= 4) {
                        current.address(Address.of(word(words, 2)), Prefix.of(word(words, 2) + "/" + word(words, 3)));
                    }
                }
                case "ipv6" -> {
                    var slash = word(words, 2).indexOf('/');
                    if (word(words, 1).equals("address") && slash > 0) {
                        current.address(Address.of(word(words, 2).substring(0, slash)), Prefix.of(word(words, 2)));
                    }
                }
                case "policy-route" -> gaps.tell(where, Reason.ROUTING, raw.strip());
                default -> {
                    // Speed, VLAN number, failover: nothing that filters.
                }
            }
        } catch (IllegalArgumentException _) {
            gaps.tell(where, Reason.MALFORMED, raw.strip());
        }
    }

    private Block object(List<String> words) {
        var network = word(words, 1).equals("network");
        var named = word(words, 2);
        var open = objects.open(network ? CiscoObjects.Kind.NETWORK : CiscoObjects.Kind.SERVICE, named, "");
        return (where, raw, line) -> {
            if (line.getFirst().equals("nat")) {
                translations.ofObject(where, raw, named, line);
            } else if (!line.getFirst().equals("description")) {
                open.lines().add(new CiscoObjects.Line(where, line));
            }
        };
    }

    private Block group(Position where, String raw, List<String> words) {
        var kind = switch (word(words, 1)) {
            case "network" -> CiscoObjects.Kind.NETWORK;
            case "service" -> CiscoObjects.Kind.SERVICE;
            case "protocol" -> CiscoObjects.Kind.PROTOCOL;
            case "icmp-type" -> CiscoObjects.Kind.ICMP;
            default -> null;
        };
        if (kind == null) {
            gaps.tell(where, Reason.UNKNOWN_WORD, raw);
            return (_, _, _) -> {};
        }
        var open = objects.open(kind, word(words, 2), word(words, 3));
        return (at, _, line) -> {
            if (!line.getFirst().equals("description")) {
                open.lines().add(new CiscoObjects.Line(at, withoutRemark(line)));
            }
        };
    }

    private static List<String> withoutRemark(List<String> line) {
        var mark = line.indexOf("!");
        return mark > 0 ? line.subList(0, mark) : line;
    }

    /// `access-list NAME [line n] [extended|standard] permit …`
    private void entry(Position where, String raw, List<String> words) {
        var rest = words.subList(2, words.size());
        if (word(rest, 0).equals("line")) {
            rest = rest.subList(2, rest.size());
        }
        switch (word(rest, 0)) {
            case "remark" -> {}
            case "extended" -> add(where, words.get(1), false, raw, rest.subList(1, rest.size()));
            case "standard" -> add(where, words.get(1), true, raw, rest.subList(1, rest.size()));
            case "permit", "deny" -> add(where, words.get(1), false, raw, rest);
            default -> gaps.harmless(where, Reason.NOT_COVERED, raw);
        }
    }

    private void add(Position where, String name, boolean standard, String raw, List<String> entry) {
        lists.add(where, name, standard, raw, entry);
        lists.expect(name);
    }

    /// `route IF NETWORK MASK GATEWAY [distance]`
    private void route(Position where, List<String> words) {
        var distance = word(words, 5).matches("\\d{1,3}") ? Integer.parseInt(word(words, 5)) : 1;
        routes.add(new Route(
                where,
                Interface.MAIN_TABLE,
                Prefix.of(words.get(2) + "/" + words.get(3)),
                Optional.of(words.get(1)).filter(it -> !it.equals("Null0")),
                Optional.of(Address.of(words.get(4))),
                distance,
                words.get(1).equals("Null0")));
    }

    Reading finished() {
        var open = interfaces.values().stream()
                .filter(it -> !it.shut && !it.name.isEmpty())
                .toList();
        for (var it : open) {
            if (!it.addresses.isEmpty()) {
                parser.interfaceAddress(it.name, it.addresses.getFirst());
            }
        }
        var ways = new AsaWays(text.at(0), lists, open, bindings, translations, gaps);
        var built = ways.build();
        var device = new Device(
                name.isEmpty() ? text.file() : name,
                "cisco-asa",
                open.stream().map(AsaInterface::finished).toList(),
                routes,
                ways.lists(),
                built);
        return new Reading(text.file(), List.of(device), said, gaps.all());
    }
}
