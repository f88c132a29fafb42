package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asepsie.engine.network.policy.Action.Side;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;

/// Address, service and interface names of one virtual domain as matches.
final class FortiMatches {
    /// Services that every FortiGate has from the factory (FortiOS CLI reference, `firewall service custom`);
    /// a file that defines the name itself overrules them. `show` leaves them out of partial exports.
    private static final Map<String, String> FACTORY = Map.ofEntries(
            Map.entry("ALL_TCP", "tcp 1-65535"),
            Map.entry("ALL_UDP", "udp 1-65535"),
            Map.entry("HTTP", "tcp 80"),
            Map.entry("HTTPS", "tcp 443"),
            Map.entry("SSH", "tcp 22"),
            Map.entry("TELNET", "tcp 23"),
            Map.entry("FTP", "tcp 21"),
            Map.entry("SMTP", "tcp 25"),
            Map.entry("RDP", "tcp 3389"),
            Map.entry("LDAP", "tcp 389"),
            Map.entry("SMB", "tcp 445"),
            Map.entry("SYSLOG", "udp 514"),
            Map.entry("TFTP", "udp 69"));

    private final Entry domain;
    private final Gaps gaps;
    private final Map<String, Entry> addresses = new HashMap<>();
    private final Map<String, Entry> addresses6 = new HashMap<>();
    private final Map<String, Entry> services = new HashMap<>();
    private final Map<String, List<String>> zones = new HashMap<>();
    private final Map<Named, Match> addressMatches = new HashMap<>();
    private final Map<String, Match> serviceMatches = new HashMap<>();
    private final Set<String> vips = new HashSet<>();
    private final Map<String, List<String>> vipGroups = new HashMap<>();

    FortiMatches(Entry domain, Gaps gaps) {
        this.domain = domain;
        this.gaps = gaps;
        index("firewall address", addresses);
        index("firewall addrgrp", addresses);
        index("firewall address6", addresses6);
        index("firewall addrgrp6", addresses6);
        index("firewall service custom", services);
        index("firewall service group", services);
        domain.table("firewall vip").forEach(it -> vips.add(it.name()));
        domain.table("firewall vipgrp").forEach(it -> vipGroups.put(it.name(), it.values("member")));
        domain.table("system zone").forEach(it -> zones.put(it.name(), it.values("interface")));
        sdwan("system sdwan");
        sdwan("system virtual-wan-link");
    }

    private void index(String table, Map<String, Entry> into) {
        domain.table(table).forEach(it -> into.put(it.name(), it));
    }

    /// The zones of SD-WAN hold the members assigned to them; without a zone, `virtual-wan-link`.
    private void sdwan(String table) {
        for (var member : domain.single(table).table("members")) {
            var zone = member.has("zone") ? member.value("zone") : "virtual-wan-link";
            var known = new ArrayList<>(zones.getOrDefault(zone, List.of()));
            known.addAll(member.values("interface"));
            zones.put(zone, known);
        }
    }

    /// Interfaces behind a zone or interface name.
    List<String> members(String name) {
        return zones.getOrDefault(name, List.of(name));
    }

    Map<String, List<String>> zones() {
        return zones;
    }

    Match interfaces(List<String> names, Function<String, Match> side) {
        if (names.contains("any")) {
            return Match.EVERY;
        }
        return Match.oneOf(names.stream()
                .flatMap(it -> members(it).stream())
                .distinct()
                .map(side)
                .toList());
    }

    boolean isVip(String name) {
        return vips.contains(name) || vipGroups.containsKey(name);
    }

    /// The addresses a VIP name stands for are decided by the mark its translation left.
    List<String> vips(String name) {
        return vips.contains(name) ? List.of(name) : vipGroups.getOrDefault(name, List.of());
    }

    Match addresses(Position where, List<String> names, Side side, Family family) {
        var known = family == Family.IPV4 ? addresses : addresses6;
        var parts = new ArrayList<Match>();
        for (var name : names) {
            parts.add(remembered(
                    addressMatches,
                    new Named(name, side, family),
                    () -> address(where, name, side, known, family, new HashSet<>())));
        }
        return parts.contains(Match.EVERY) ? Match.EVERY : Match.oneOf(parts);
    }

    private record Named(String name, Side side, Family family) {}

    /// What a name means, read once for all policies that use it, unless it is told as a gap in each of them.
    private <K> Match remembered(Map<K, Match> known, K name, Supplier<Match> reading) {
        var match = known.get(name);
        if (match == null) {
            var told = gaps.count();
            match = reading.get();
            if (gaps.count() == told) {
                known.put(name, match);
            }
        }
        return match;
    }

    private static Match on(Side side, Addresses addresses) {
        return side == Side.SOURCE ? new Match.Source(addresses) : new Match.Destination(addresses);
    }

    private Match address(
            Position where, String name, Side side, Map<String, Entry> known, Family family, Set<String> seen) {
        var entry = known.get(name);
        if (entry == null) {
            return switch (name) {
                case "all" -> Match.EVERY;
                case "none" -> Match.NONE;
                default -> gaps.unknown(where, Reason.UNDEFINED, name);
            };
        }
        if (!seen.add(name)) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var match = entry.has("member") ? group(entry, side, known, family, seen) : single(entry, side, family);
        seen.remove(name);
        return match;
    }

    private Match group(Entry entry, Side side, Map<String, Entry> known, Family family, Set<String> seen) {
        Function<String, Match> member = it -> address(entry.at("member"), it, side, known, family, seen);
        var members = Match.oneOf(entry.values("member").stream().map(member).toList());
        if (!entry.is("exclude", "enable")) {
            return members;
        }
        var excluded =
                Match.oneOf(entry.values("exclude-member").stream().map(member).toList());
        return Match.all(members, Match.not(excluded));
    }

    private Match single(Entry it, Side side, Family family) {
        try {
            return switch (it.has("type") ? it.value("type") : "ipmask") {
                case "ipmask", "ipprefix", "subnet" -> subnet(it, side, family);
                case "iprange" ->
                    on(
                            side,
                            Addresses.of(new AddressBlock.Range(
                                    Address.of(it.value("start-ip")), Address.of(it.value("end-ip")))));
                case "wildcard" -> {
                    var words = it.values("wildcard");
                    yield on(side, Addresses.of(AddressBlock.of(Address.of(words.get(0)), Address.of(words.get(1)))));
                }
                case "fqdn", "wildcard-fqdn" -> gaps.unknown(it.where(), Reason.RESOLVED_NAME, it.name());
                case "geography" -> gaps.unknown(it.where(), Reason.GEOGRAPHY, it.name());
                case "mac" -> gaps.unknown(it.where(), Reason.HARDWARE, it.name());
                case "dynamic", "url" -> gaps.unknown(it.where(), Reason.DYNAMIC_SET, it.name());
                case "interface-subnet" -> interfaceSubnet(it, side);
                default -> gaps.unknown(it.where(), Reason.UNKNOWN_MATCH, it.name() + " " + it.value("type"));
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return gaps.unknown(it.where(), Reason.MALFORMED, it.name());
        }
    }

    private static Match subnet(Entry it, Side side, Family family) {
        if (family == Family.IPV6) {
            return it.has("ip6") && !it.is("ip6", "::/0")
                    ? on(side, Addresses.of(Prefix.of(it.value("ip6")).block()))
                    : Match.EVERY;
        }
        var words = it.values("subnet");
        if (words.isEmpty() || words.equals(List.of("0.0.0.0", "0.0.0.0")) || words.equals(List.of("0.0.0.0/0"))) {
            return Match.EVERY;
        }
        return on(
                side,
                Addresses.of(
                        words.size() == 1
                                ? Prefix.of(words.getFirst()).block()
                                : AddressBlock.of(Address.of(words.get(0)), Address.of(words.get(1)))));
    }

    private Match interfaceSubnet(Entry it, Side side) {
        return it.has("subnet")
                ? subnet(it, side, Family.IPV4)
                : gaps.unknown(it.where(), Reason.UNDEFINED, it.name() + " " + it.value("interface"));
    }

    Match services(Position where, List<String> names) {
        var parts = new ArrayList<Match>();
        for (var name : names) {
            parts.add(remembered(serviceMatches, name, () -> service(where, name, new HashSet<>())));
        }
        return parts.contains(Match.EVERY) ? Match.EVERY : Match.oneOf(parts);
    }

    private Match service(Position where, String name, Set<String> seen) {
        var entry = services.get(name);
        if (entry == null) {
            return factory(where, name);
        }
        if (!seen.add(name)) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        if (entry.has("member")) {
            var members = entry.values("member").stream()
                    .map(it -> service(entry.at("member"), it, seen))
                    .toList();
            seen.remove(name);
            return Match.oneOf(members);
        }
        seen.remove(name);
        try {
            return custom(entry);
        } catch (IllegalArgumentException _) {
            return gaps.unknown(entry.where(), Reason.MALFORMED, name);
        }
    }

    private Match factory(Position where, String name) {
        return switch (name) {
            case "ALL" -> Match.EVERY;
            case "ALL_ICMP" -> new Match.Protocol(1);
            case "ALL_ICMP6" -> new Match.Protocol(58);
            case "PING" -> Match.all(new Match.Protocol(1), new Match.Icmp(8));
            case "DNS" -> Match.oneOf(List.of(ports(6, "53"), ports(17, "53")));
            case "NTP" -> Match.oneOf(List.of(ports(6, "123"), ports(17, "123")));
            case "SNMP" -> Match.oneOf(List.of(ports(6, "161-162"), ports(17, "161-162")));
            default -> {
                var known = FACTORY.get(name);
                yield known == null
                        ? gaps.unknown(where, Reason.UNDEFINED, "service " + name)
                        : ports(known.startsWith("tcp") ? 6 : 17, known.substring(4));
            }
        };
    }

    private Match custom(Entry it) {
        return switch (it.has("protocol") ? it.value("protocol") : "TCP/UDP/SCTP") {
            case "IP" -> {
                var number = it.has("protocol-number") && lastChanged(it)
                        ? Integer.parseInt(it.value("protocol-number"))
                        : 0;
                yield number == 0 ? Match.EVERY : new Match.Protocol(number);
            }
            case "ICMP" -> icmp(it, 1);
            case "ICMP6" -> icmp(it, 58);
            case "TCP/UDP/SCTP", "TCP/UDP/UDP-Lite/SCTP" -> {
                var parts = new ArrayList<Match>();
                it.values("tcp-portrange").forEach(range -> parts.add(ports(6, range)));
                it.values("udp-portrange").forEach(range -> parts.add(ports(17, range)));
                it.values("sctp-portrange").forEach(range -> parts.add(ports(132, range)));
                it.values("udplite-portrange").forEach(range -> parts.add(ports(136, range)));
                if (it.has("fqdn") || it.has("iprange") && !it.is("iprange", "0.0.0.0")) {
                    parts.replaceAll(part -> Match.all(
                            part, gaps.unknown(it.where(), Reason.UNKNOWN_MATCH, it.name() + " fqdn or iprange")));
                }
                yield Match.oneOf(parts);
            }
            default -> gaps.unknown(it.where(), Reason.UNKNOWN_MATCH, it.name() + " " + it.value("protocol"));
        };
    }

    /// `set protocol` clears what was set for another protocol before.
    private static boolean lastChanged(Entry it) {
        return it.at("protocol").line() <= it.at("protocol-number").line();
    }

    private static Match icmp(Entry it, int protocol) {
        if (!it.has("icmptype")) {
            return new Match.Protocol(protocol);
        }
        var type = PortRange.of(Integer.parseInt(it.value("icmptype")));
        var code = it.has("icmpcode")
                        && it.at("icmptype").line() <= it.at("icmpcode").line()
                ? PortRange.of(Integer.parseInt(it.value("icmpcode")))
                : Match.Icmp.ANY_CODE;
        return Match.all(new Match.Protocol(protocol), new Match.Icmp(type, code));
    }

    /// `destination[-last][:source[-last]]`
    private static Match ports(int protocol, String range) {
        var colon = range.indexOf(':');
        var destination = range(colon < 0 ? range : range.substring(0, colon));
        var parts = new ArrayList<Match>();
        parts.add(new Match.Protocol(protocol));
        parts.add(new Match.DestinationPort(destination));
        if (colon >= 0) {
            parts.add(new Match.SourcePort(range(range.substring(colon + 1))));
        }
        return Match.all(parts);
    }

    static PortRange range(String text) {
        var dash = text.indexOf('-');
        return dash < 0
                ? PortRange.of(Integer.parseInt(text))
                : new PortRange(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }
}
