package org.asepsie.engine.network.reader.fortios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// Service names of one virtual domain as matches.
final class FortiServices {
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
    private final Map<String, Match> factoryServices = new HashMap<>();

    FortiServices(Entry domain, Gaps gaps) {
        this.domain = domain;
        this.gaps = gaps;
    }

    Match match(Position where, List<String> names) {
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
