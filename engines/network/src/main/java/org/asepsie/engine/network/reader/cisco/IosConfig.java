package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

/// Goes through the lines of an IOS configuration. A line at the margin opens a block, indented ones belong
/// to it.
final class IosConfig {
    /// Commands at the margin that have no say in which packets pass.
    private static final Set<String> BESIDE_THE_POINT = Set.of(
            "aaa",
            "alias",
            "archive",
            "arp",
            "boot",
            "boot-start-marker",
            "boot-end-marker",
            "buffers",
            "cdp",
            "clock",
            "config-register",
            "controller",
            "cts",
            "diagnostic",
            "dot11",
            "dot1x",
            "dial-peer",
            "enable",
            "end",
            "end!",
            "errdisable",
            "event",
            "exception",
            "exit",
            "fabric",
            "feature",
            "file",
            "ftp-server",
            "hw-module",
            "key",
            "line",
            "lldp",
            "logging",
            "login",
            "mac",
            "mac-address-table",
            "memory",
            "memory-size",
            "mls",
            "mmi",
            "module",
            "monitor",
            "multilink",
            "netconf",
            "netconf-yang",
            "network-clock-participate",
            "no",
            "ntp",
            "parser",
            "platform",
            "port-channel",
            "power",
            "privilege",
            "process",
            "prompt",
            "qos",
            "radius",
            "radius-server",
            "redundancy",
            "rmon",
            "role",
            "scheduler",
            "security",
            "service",
            "snmp",
            "snmp-server",
            "spanning-tree",
            "stackwise",
            "subscriber",
            "switch",
            "system",
            "tacacs",
            "tacacs-server",
            "telephony-service",
            "tftp-server",
            "track",
            "transceiver",
            "udld",
            "upgrade",
            "username",
            "version",
            "vlan",
            "voice",
            "vtp",
            "control-plane",
            "license",
            "cef",
            "call-home",
            "terminal-queue",
            "default",
            "mgcp",
            "sccp",
            "ethernet",
            "main-cpu",
            "mode",
            "card",
            "vdc",
            "hostname",
            "banner",
            "lacp",
            "fhrp",
            "avb",
            "call",
            "transport",
            "auto",
            "macro",
            "nls",
            "tcp",
            "ipv6",
            "ip",
            "access-list",
            "interface",
            "router",
            "object-group");
    /// `ip …` commands without a say in what passes.
    private static final Set<String> IP_BESIDE_THE_POINT = Set.of(
            "arp",
            "bgp-community",
            "bootp",
            "cef",
            "classless",
            "default-gateway",
            "dhcp",
            "device",
            "dns",
            "domain",
            "domain-list",
            "domain-lookup",
            "domain-name",
            "finger",
            "flow",
            "flow-cache",
            "flow-export",
            "forward-protocol",
            "ftp",
            "gratuitous-arps",
            "host",
            "http",
            "icmp",
            "igmp",
            "multicast",
            "multicast-routing",
            "name-server",
            "options",
            "ospf",
            "pim",
            "prefix-list",
            "radius",
            "rcmd",
            "routing",
            "scp",
            "sla",
            "source-route",
            "ssh",
            "subnet-zero",
            "tacacs",
            "tcp",
            "telnet",
            "tftp",
            "mroute",
            "msdp",
            "extcommunity-list",
            "community-list",
            "as-path",
            "identd",
            "rtcp",
            "slb",
            "accounting",
            "vrf",
            "spd",
            "dvmrp",
            "load-sharing",
            "reflexive-list",
            "sap",
            "tos",
            "local",
            "default-network",
            "nbar",
            "admission",
            "auth-proxy",
            "sdr",
            "mobile");

    private final ConfigText text;
    private final Gaps gaps = new Gaps();
    private final CiscoObjects objects = new CiscoObjects();
    private final EntryParser parser = new EntryParser(objects, gaps, true);
    private final AccessLists lists = new AccessLists(parser, gaps);
    private final AccessLists lists6 = new AccessLists(parser, gaps);
    private final Map<String, IosInterface> interfaces = new LinkedHashMap<>();
    private final List<Route> routes = new ArrayList<>();
    private final IosTranslations translations = new IosTranslations(gaps);
    private final Set<String> terminals = new TreeSet<>();
    private String name = "";
    private int said;
    private int line;
    private Block block = (_, _, _) -> {};

    /// What to do with the indented lines below a command.
    private interface Block {
        void line(Position where, String text, List<String> words);
    }

    IosConfig(ConfigText text) {
        this.text = text;
    }

    boolean isEmpty() {
        return interfaces.isEmpty() && lists.rules().isEmpty() && lists6.rules().isEmpty();
    }

    void read() {
        for (line = 1; line <= text.lines(); line++) {
            var raw = text.line(line);
            var start = raw.stripLeading();
            if (start.isEmpty() || start.charAt(0) == '!') {
                continue;
            }
            said++;
            var words = Words.of(raw);
            if (words.isEmpty()) {
                continue;
            }
            if (raw.charAt(0) == ' ' || raw.charAt(0) == '\t') {
                block.line(text.at(line), raw, words);
            } else {
                block = command(text.at(line), raw, words);
            }
        }
    }

    private Block command(Position where, String raw, List<String> words) {
        switch (words.getFirst()) {
            case "hostname" -> name = word(words, 1);
            case "banner" -> skipBanner(raw);
            case "interface" -> {
                return anInterface(where, String.join("", words.subList(1, words.size())));
            }
            case "access-list" -> numbered(where, raw, words);
            case "ip", "ipv4" -> {
                return ip(where, raw, words);
            }
            case "ipv6" -> {
                return ipv6(where, raw, words);
            }
            case "object-group" -> {
                return group(words);
            }
            case "line" -> {
                return this::terminal;
            }
            case "router" -> gaps.harmless(where, Reason.ROUTING, "router " + word(words, 1) + " " + word(words, 2));
            case "crypto" -> {
                gaps.harmless(where, Reason.TUNNEL, "crypto " + word(words, 1));
            }
            case "class-map", "policy-map", "zone", "zone-pair", "route-map", "vrf", "parameter-map", "time-range" ->
                gaps.harmless(where, Reason.NOT_COVERED, raw);
            default -> {
                if (!BESIDE_THE_POINT.contains(words.getFirst())) {
                    gaps.harmless(where, Reason.UNKNOWN_WORD, raw);
                }
            }
        }
        return (_, _, _) -> {};
    }

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /// `banner motd ^C … ^C`: free text up to the delimiter.
    private void skipBanner(String raw) {
        var words = raw.strip().split(" +", 3);
        if (words.length < 3 || words[2].isEmpty()) {
            return;
        }
        var mark =
                words[2].startsWith("^") && words[2].length() > 1 ? words[2].substring(0, 2) : words[2].substring(0, 1);
        if (words[2].indexOf(mark, mark.length()) >= 0) {
            return;
        }
        while (line < text.lines()) {
            line++;
            said++;
            if (text.line(line).contains(mark)) {
                return;
            }
        }
    }

    /// The number tells the kind (IOS Security Configuration Guide, "Access list numbers").
    private void numbered(Position where, String raw, List<String> words) {
        var number = word(words, 1);
        var value = listNumber(number);
        var standard = value >= 1 && value <= 99 || value >= 1300 && value <= 1999;
        var extended = value >= 100 && value <= 199 || value >= 2000 && value <= 2699;
        if (standard || extended) {
            lists.add(where, number, standard, raw, words.subList(2, words.size()));
        } else {
            gaps.harmless(where, Reason.NOT_COVERED, raw);
        }
    }

    private static int listNumber(String word) {
        var plain = !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(it -> it >= '0' && it <= '9');
        return plain ? Integer.parseInt(word) : -1;
    }

    private Block ip(Position where, String raw, List<String> words) {
        switch (word(words, 1)) {
            case "access-list" -> {
                return named(where, words, lists);
            }
            case "route" -> route(where, words.subList(2, words.size()));
            case "nat" -> translations.command(where, raw, words.subList(2, words.size()));
            case "inspect" -> gaps.harmless(where, Reason.APPLICATION, raw);
            default -> {
                if (!IP_BESIDE_THE_POINT.contains(word(words, 1))) {
                    gaps.harmless(where, Reason.UNKNOWN_WORD, raw);
                }
            }
        }
        return (_, _, _) -> {};
    }

    private Block named(Position where, List<String> words, AccessLists into) {
        var kind = word(words, 2);
        if (kind.equals("resequence") || kind.equals("logging") || kind.equals("log-update")) {
            return (_, _, _) -> {};
        }
        var standard = kind.equals("standard");
        var list = standard || kind.equals("extended") ? word(words, 3) : kind;
        into.open(where, list, standard);
        return (at, raw, entry) -> {
            if (entry.getFirst().equals("no")) {
                gaps.tell(at, Reason.UNKNOWN_WORD, raw.strip());
            } else {
                into.add(at, list, standard, raw, entry);
            }
        };
    }

    private Block ipv6(Position where, String raw, List<String> words) {
        switch (word(words, 1)) {
            case "access-list" -> {
                return named(where, words, lists6);
            }
            case "route" -> route6(where, words.subList(2, words.size()));
            default -> {
                if (word(words, 1).equals("nat")) {
                    gaps.tell(where, Reason.TRANSLATION, raw);
                }
            }
        }
        return (_, _, _) -> {};
    }

    private Block group(List<String> words) {
        var address = word(words, 1).equals("ip") || word(words, 1).equals("ipv6");
        var network = word(words, 1).equals("network") || address;
        var list = network || word(words, 1).equals("service") || word(words, 1).equals("v4-network");
        if (!list) {
            return (where, raw, _) -> gaps.harmless(where, Reason.NOT_COVERED, raw);
        }
        var named = word(words, address ? 3 : 2);
        var kind =
                network || word(words, 1).equals("v4-network") ? CiscoObjects.Kind.NETWORK : CiscoObjects.Kind.SERVICE;
        var open = objects.open(kind, named, "");
        return (where, _, line) -> {
            var rest = line.getFirst().matches("\\d+") && line.size() > 1 ? line.subList(1, line.size()) : line;
            if (!rest.getFirst().equals("description")) {
                open.lines().add(new CiscoObjects.Line(where, rest));
            }
        };
    }

    private Block anInterface(Position where, String named) {
        var it = interfaces.computeIfAbsent(named, _ -> new IosInterface(where, named));
        return (at, raw, words) -> {
            try {
                interfaceLine(it, at, raw, words);
            } catch (IllegalArgumentException _) {
                gaps.tell(at, Reason.MALFORMED, raw.strip());
            }
        };
    }

    private void interfaceLine(IosInterface it, Position where, String raw, List<String> words) {
        switch (word(words, 0) + " " + word(words, 1)) {
            case "ip address", "ipv4 address" -> address(it, words);
            case "ipv6 address" -> {
                if (word(words, 2).indexOf('/') > 0) {
                    var slash = word(words, 2).indexOf('/');
                    it.address(Address.of(word(words, 2).substring(0, slash)), Prefix.of(word(words, 2)));
                }
            }
            case "ip access-group", "ipv4 access-group" -> bind(it, where, word(words, 2), word(words, 3), false);
            case "ipv6 traffic-filter", "ipv6 access-group" -> bind(it, where, word(words, 2), word(words, 3), true);
            case "ip vrf", "vrf forwarding", "vrf member" -> it.table = words.getLast();
            case "ip nat" -> {
                it.natInside |= word(words, 2).equals("inside");
                it.natOutside |= word(words, 2).equals("outside");
            }
            case "ip policy" -> gaps.tell(where, Reason.ROUTING, raw.strip());
            case "ip inspect" -> gaps.harmless(where, Reason.APPLICATION, raw.strip());
            case "ip unnumbered", "crypto map" -> gaps.harmless(where, Reason.NOT_COVERED, raw.strip());
            default -> {
                switch (words.getFirst()) {
                    case "description" ->
                        it.description =
                                raw.strip().substring("description".length()).strip();
                    case "shutdown" -> it.shut = true;
                    case "zone-member" -> it.zone = words.getLast();
                    case "standby", "vrrp" -> virtual(it, words);
                    default -> {
                        // Switching, timers and queues do not decide what passes between networks.
                    }
                }
            }
        }
    }

    private static void address(IosInterface it, List<String> words) {
        if (word(words, 2).indexOf('/') > 0) {
            it.address(Address.of(word(words, 2).substring(0, word(words, 2).indexOf('/'))), Prefix.of(word(words, 2)));
        } else if (words.size() >= 4) {
            it.address(Address.of(word(words, 2)), Prefix.of(word(words, 2) + "/" + word(words, 3)));
        }
    }

    /// `standby 1 ip 10.0.0.1`: an address the device answers to as well.
    private static void virtual(IosInterface it, List<String> words) {
        if (word(words, 2).equals("ip") && words.size() > 3) {
            it.addresses.add(Address.of(word(words, 3)));
        }
    }

    private void bind(IosInterface it, Position where, String list, String direction, boolean six) {
        if (direction.equals("in") || direction.equals("out")) {
            it.bind(new IosInterface.Binding(where, list, direction.equals("in"), six));
        } else {
            gaps.tell(where, Reason.MALFORMED, "access-group " + list + " " + direction);
        }
    }

    private void terminal(Position where, String raw, List<String> words) {
        if (words.getFirst().equals("access-class") && words.getLast().equals("in")) {
            terminals.add(word(words, 1));
        }
    }

    /// `[vrf X] NETWORK MASK [interface] [next hop] [distance] …`
    private void route(Position where, List<String> words) {
        try {
            var table = word(words, 0).equals("vrf") ? word(words, 1) : Interface.MAIN_TABLE;
            var at = word(words, 0).equals("vrf") ? 2 : 0;
            var slash = word(words, at).indexOf('/') > 0;
            var destination = Prefix.of(slash ? word(words, at) : word(words, at) + "/" + word(words, at + 1));
            routes.add(hop(where, table, destination, words.subList(at + (slash ? 1 : 2), words.size())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            gaps.tell(where, Reason.ROUTING, "route " + String.join(" ", words));
        }
    }

    private void route6(Position where, List<String> words) {
        try {
            routes.add(hop(where, Interface.MAIN_TABLE, Prefix.of(word(words, 0)), words.subList(1, words.size())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            gaps.tell(where, Reason.ROUTING, "route " + String.join(" ", words));
        }
    }

    private static Route hop(Position where, String table, Prefix destination, List<String> words) {
        Optional<String> out = Optional.empty();
        Optional<Address> via = Optional.empty();
        var distance = 1;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("name") || word.equals("tag") || word.equals("track")) {
                i++;
            } else if (word.matches("\\d{1,3}")) {
                distance = Integer.parseInt(word);
            } else if (Character.isLetter(word.charAt(0)) && word.indexOf(':') < 0) {
                out = word.equals("permanent") || word.equals("global") ? out : Optional.of(word);
            } else {
                via = Optional.of(Address.of(word));
            }
        }
        var discards = out.filter(it -> it.equalsIgnoreCase("Null0")).isPresent();
        return new Route(where, table, destination, discards ? Optional.empty() : out, via, distance, discards);
    }

    Reading finished() {
        var open = interfaces.values().stream().filter(it -> !it.shut).toList();
        var ways = new IosWays(text.at(0), lists, lists6, open, translations, gaps);
        var built = ways.build(terminals);
        var device = new Device(
                name.isEmpty() ? text.file() : name,
                "cisco-ios",
                open.stream().map(IosInterface::finished).toList(),
                routes,
                ways.lists(),
                built);
        return new Reading(text.file(), List.of(device), said, gaps.all());
    }
}
