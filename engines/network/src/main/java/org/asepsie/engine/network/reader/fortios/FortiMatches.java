package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
import org.jspecify.annotations.Nullable;

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

    /// How a subnet is written that holds every address.
    private static final List<String> EVERYWHERE = List.of("0.0.0.0", "0.0.0.0");

    private static final List<String> EVERYWHERE_SHORT = List.of("0.0.0.0/0");

    private final Entry domain;
    private final Gaps gaps;
    private final Map<String, List<String>> zones = new HashMap<>();
    private final Map<String, Match> factoryServices = new HashMap<>();
    private final Set<String> vips = new HashSet<>();
    private final Map<String, List<String>> vipGroups = new HashMap<>();

    FortiMatches(Entry domain, Gaps gaps) {
        this.domain = domain;
        this.gaps = gaps;
        domain.table("firewall vip").forEach(it -> vips.add(it.name()));
        domain.table("firewall vipgrp").forEach(it -> vipGroups.put(it.name(), it.values(Setting.MEMBER)));
        domain.table("system zone").forEach(it -> zones.put(it.name(), it.values(Setting.INTERFACE)));
        sdwan("system sdwan");
        sdwan("system virtual-wan-link");
    }

    /// The zones of SD-WAN hold the members assigned to them; without a zone, `virtual-wan-link`.
    private void sdwan(String table) {
        for (var member : domain.single(table).table("members")) {
            var zone = member.has(Setting.ZONE) ? member.value(Setting.ZONE) : "virtual-wan-link";
            var known = new ArrayList<>(zones.getOrDefault(zone, List.of()));
            known.addAll(member.values(Setting.INTERFACE));
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
        if (names.size() == 1 && !zones.containsKey(names.getFirst())) {
            var name = names.getFirst();
            return name.equals("any") ? Match.EVERY : side.apply(name);
        }
        if (names.contains("any")) {
            return Match.EVERY;
        }
        return Match.oneOf(names.stream()
                .flatMap(it -> members(it).stream())
                .distinct()
                .map(side)
                .toList());
    }

    boolean hasVips() {
        return !vips.isEmpty() || !vipGroups.isEmpty();
    }

    boolean isVip(String name) {
        return vips.contains(name) || vipGroups.containsKey(name);
    }

    /// The addresses a VIP name stands for are decided by the mark its translation left.
    List<String> vips(String name) {
        return vips.contains(name) ? List.of(name) : vipGroups.getOrDefault(name, List.of());
    }

    Match addresses(Position where, List<String> names, Side side, Family family) {
        if (names.size() == 1) {
            return address(where, names.getFirst(), side, family);
        }
        var parts = new ArrayList<Match>(names.size());
        for (var name : names) {
            parts.add(address(where, name, side, family));
        }
        return parts.contains(Match.EVERY) ? Match.EVERY : Match.oneOf(parts);
    }

    /// What a name means, read once for all policies that use it, unless it is told as a gap in each of them.
    private Match address(Position where, String name, Side side, Family family) {
        var entry = named(name, family);
        if (entry == null) {
            return notNamed(where, name);
        }
        var known = side == Side.SOURCE ? entry.asSource : entry.asDestination;
        if (known != null) {
            return known;
        }
        var told = gaps.count();
        var match = address(entry, side, family, new HashSet<>());
        if (gaps.count() == told) {
            if (side == Side.SOURCE) {
                entry.asSource = match;
            } else {
                entry.asDestination = match;
            }
        }
        return match;
    }

    /// A group hides an address of the same name.
    private @Nullable Entry named(String name, Family family) {
        var four = family == Family.IPV4;
        var group = domain.entry(four ? "firewall addrgrp" : "firewall addrgrp6", name);
        return group != null ? group : domain.entry(four ? "firewall address" : "firewall address6", name);
    }

    private Match notNamed(Position where, String name) {
        return switch (name) {
            case "all" -> Match.EVERY;
            case "none" -> Match.NONE;
            default -> gaps.unknown(where, Reason.UNDEFINED, name);
        };
    }

    private static Match on(Side side, Addresses addresses) {
        return side == Side.SOURCE ? new Match.Source(addresses) : new Match.Destination(addresses);
    }

    /// @param within the groups that are being read
    private Match address(Entry entry, Side side, Family family, Set<String> within) {
        if (!entry.has(Setting.MEMBER)) {
            return single(entry, side, family);
        }
        within.add(entry.name());
        var match = group(entry, side, family, within);
        within.remove(entry.name());
        return match;
    }

    private Match group(Entry entry, Side side, Family family, Set<String> within) {
        var where = entry.at(Setting.MEMBER);
        Function<String, Match> member = name -> {
            var it = named(name, family);
            if (it == null) {
                return notNamed(where, name);
            }
            return within.contains(name) ? gaps.unknown(where, Reason.CYCLE, name) : address(it, side, family, within);
        };
        var members =
                Match.oneOf(entry.values(Setting.MEMBER).stream().map(member).toList());
        if (!entry.is(Setting.EXCLUDE, "enable")) {
            return members;
        }
        var excluded = Match.oneOf(
                entry.values(Setting.EXCLUDE_MEMBER).stream().map(member).toList());
        return Match.all(members, Match.not(excluded));
    }

    private Match single(Entry it, Side side, Family family) {
        try {
            return switch (it.has(Setting.TYPE) ? it.value(Setting.TYPE) : "ipmask") {
                case "ipmask", "ipprefix", "subnet" -> subnet(it, side, family);
                case "iprange" ->
                    on(
                            side,
                            Addresses.of(new AddressBlock.Range(
                                    Address.of(it.value(Setting.START_IP)), Address.of(it.value(Setting.END_IP)))));
                case "wildcard" -> {
                    var words = it.values(Setting.WILDCARD);
                    yield on(side, Addresses.of(AddressBlock.of(Address.of(words.get(0)), Address.of(words.get(1)))));
                }
                case "fqdn", "wildcard-fqdn" -> gaps.unknown(it.where(), Reason.RESOLVED_NAME, it.name());
                case "geography" -> gaps.unknown(it.where(), Reason.GEOGRAPHY, it.name());
                case "mac" -> gaps.unknown(it.where(), Reason.HARDWARE, it.name());
                case "dynamic", "url" -> gaps.unknown(it.where(), Reason.DYNAMIC_SET, it.name());
                case "interface-subnet" -> interfaceSubnet(it, side);
                default -> gaps.unknown(it.where(), Reason.UNKNOWN_MATCH, it.name() + " " + it.value(Setting.TYPE));
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return gaps.unknown(it.where(), Reason.MALFORMED, it.name());
        }
    }

    private static Match subnet(Entry it, Side side, Family family) {
        if (family == Family.IPV6) {
            return it.has(Setting.IP6) && !it.is(Setting.IP6, "::/0")
                    ? on(side, Addresses.of(Prefix.of(it.value(Setting.IP6)).block()))
                    : Match.EVERY;
        }
        var words = it.values(Setting.SUBNET);
        if (words.isEmpty() || words.equals(EVERYWHERE) || words.equals(EVERYWHERE_SHORT)) {
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
        return it.has(Setting.SUBNET)
                ? subnet(it, side, Family.IPV4)
                : gaps.unknown(it.where(), Reason.UNDEFINED, it.name() + " " + it.value(Setting.INTERFACE));
    }

    Match services(Position where, List<String> names) {
        if (names.size() == 1) {
            return service(where, names.getFirst());
        }
        var parts = new ArrayList<Match>(names.size());
        for (var name : names) {
            parts.add(service(where, name));
        }
        return parts.contains(Match.EVERY) ? Match.EVERY : Match.oneOf(parts);
    }

    private Match service(Position where, String name) {
        var entry = serviceNamed(name);
        var known = entry == null ? factoryServices.get(name) : entry.asService;
        if (known != null) {
            return known;
        }
        var told = gaps.count();
        var match = entry == null ? factory(where, name) : service(entry, new HashSet<>());
        if (gaps.count() == told) {
            if (entry == null) {
                factoryServices.put(name, match);
            } else {
                entry.asService = match;
            }
        }
        return match;
    }

    /// A group hides a service of the same name.
    private @Nullable Entry serviceNamed(String name) {
        var group = domain.entry("firewall service group", name);
        return group != null ? group : domain.entry("firewall service custom", name);
    }

    private Match service(Entry entry, Set<String> within) {
        if (entry.has(Setting.MEMBER)) {
            return serviceGroup(entry, within);
        }
        try {
            return custom(entry);
        } catch (IllegalArgumentException _) {
            return gaps.unknown(entry.where(), Reason.MALFORMED, entry.name());
        }
    }

    private Match serviceGroup(Entry entry, Set<String> within) {
        var where = entry.at(Setting.MEMBER);
        within.add(entry.name());
        var members = new ArrayList<Match>();
        for (var name : entry.values(Setting.MEMBER)) {
            var it = serviceNamed(name);
            if (it == null) {
                members.add(factory(where, name));
            } else if (within.contains(name)) {
                members.add(gaps.unknown(where, Reason.CYCLE, name));
            } else {
                members.add(service(it, within));
            }
        }
        within.remove(entry.name());
        return Match.oneOf(members);
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
        return switch (it.has(Setting.PROTOCOL) ? it.value(Setting.PROTOCOL) : "TCP/UDP/SCTP") {
            case "IP" -> {
                var number = it.has(Setting.PROTOCOL_NUMBER) && lastChanged(it)
                        ? Integer.parseInt(it.value(Setting.PROTOCOL_NUMBER))
                        : 0;
                yield number == 0 ? Match.EVERY : new Match.Protocol(number);
            }
            case "ICMP" -> icmp(it, 1);
            case "ICMP6" -> icmp(it, 58);
            case "TCP/UDP/SCTP", "TCP/UDP/UDP-Lite/SCTP" -> {
                var parts = new ArrayList<Match>();
                it.values(Setting.TCP_PORTRANGE).forEach(range -> parts.add(ports(6, range)));
                it.values(Setting.UDP_PORTRANGE).forEach(range -> parts.add(ports(17, range)));
                it.values(Setting.SCTP_PORTRANGE).forEach(range -> parts.add(ports(132, range)));
                it.values(Setting.UDPLITE_PORTRANGE).forEach(range -> parts.add(ports(136, range)));
                if (it.has(Setting.FQDN) || it.has(Setting.IPRANGE) && !it.is(Setting.IPRANGE, "0.0.0.0")) {
                    parts.replaceAll(part -> Match.all(
                            part, gaps.unknown(it.where(), Reason.UNKNOWN_MATCH, it.name() + " fqdn or iprange")));
                }
                yield Match.oneOf(parts);
            }
            default -> gaps.unknown(it.where(), Reason.UNKNOWN_MATCH, it.name() + " " + it.value(Setting.PROTOCOL));
        };
    }

    /// `set protocol` clears what was set for another protocol before.
    private static boolean lastChanged(Entry it) {
        return it.at(Setting.PROTOCOL).line() <= it.at(Setting.PROTOCOL_NUMBER).line();
    }

    private static Match icmp(Entry it, int protocol) {
        if (!it.has(Setting.ICMPTYPE)) {
            return new Match.Protocol(protocol);
        }
        var type = PortRange.of(Integer.parseInt(it.value(Setting.ICMPTYPE)));
        var code = it.has(Setting.ICMPCODE)
                        && it.at(Setting.ICMPTYPE).line()
                                <= it.at(Setting.ICMPCODE).line()
                ? PortRange.of(Integer.parseInt(it.value(Setting.ICMPCODE)))
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
