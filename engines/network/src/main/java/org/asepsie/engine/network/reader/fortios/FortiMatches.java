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
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// Address and interface names of one virtual domain as matches.
final class FortiMatches {
    /// How a subnet is written that holds every address.
    private static final List<String> EVERYWHERE = List.of("0.0.0.0", "0.0.0.0");

    private static final List<String> EVERYWHERE_SHORT = List.of("0.0.0.0/0");

    private final Entry domain;
    private final Gaps gaps;
    private final Map<String, List<String>> zones = new HashMap<>();
    private final FortiServices services;
    private final Set<String> vips = new HashSet<>();
    private final Map<String, List<String>> vipGroups = new HashMap<>();

    FortiMatches(Entry domain, Gaps gaps) {
        this.domain = domain;
        this.gaps = gaps;
        this.services = new FortiServices(domain, gaps);
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
        return services.match(where, names);
    }
}
