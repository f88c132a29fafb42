package org.asepsie.engine.network.reader.paloalto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;

/// Addresses, services and zones of a virtual system; what it does not define itself may be shared.
final class PanObjects {
    private final PanNode system;
    private final Optional<PanNode> shared;
    private final Gaps gaps;
    private final Map<PanNode, List<String>> zoneMembers = new HashMap<>();

    PanObjects(PanNode system, Optional<PanNode> shared, Gaps gaps) {
        this.system = system;
        this.shared = shared;
        this.gaps = gaps;
    }

    private Optional<PanNode> object(String table, String name) {
        return system.below(table, name).or(() -> shared.flatMap(it -> it.below(table, name)));
    }

    Match addresses(Position where, List<String> names, Function<Addresses, Match> side) {
        if (names.isEmpty() || names.contains("any")) {
            return Match.EVERY;
        }
        return Match.oneOf(names.stream()
                .map(it -> address(where, it, side, new HashSet<>()))
                .toList());
    }

    private Match address(Position where, String name, Function<Addresses, Match> side, Set<String> seen) {
        var group = object("address-group", name);
        if (group.isPresent()) {
            if (!seen.add(name)) {
                return gaps.unknown(where, Reason.CYCLE, name);
            }
            var at = group.get();
            var match = at.has("static")
                    ? Match.oneOf(at.values("static").stream()
                            .map(it -> address(at.where(), it, side, seen))
                            .toList())
                    : gaps.unknown(at.where(), Reason.DYNAMIC_SET, name);
            seen.remove(name);
            return match;
        }
        var object = object("address", name);
        try {
            if (object.isEmpty()) {
                return side.apply(Addresses.of(Prefix.of(name).block()));
            }
            return single(object.get(), side);
        } catch (IllegalArgumentException _) {
            return gaps.unknown(where, object.isEmpty() ? Reason.UNDEFINED : Reason.MALFORMED, name);
        }
    }

    private Match single(PanNode it, Function<Addresses, Match> side) {
        if (it.has("ip-netmask")) {
            return side.apply(Addresses.of(Prefix.of(it.value("ip-netmask")).block()));
        }
        if (it.has("ip-range")) {
            var ends = it.value("ip-range").split("-");
            return side.apply(Addresses.of(
                    new AddressBlock.Range(Address.of(ends[0]), Address.of(ends.length > 1 ? ends[1] : ends[0]))));
        }
        if (it.has("fqdn")) {
            return gaps.unknown(it.where(), Reason.RESOLVED_NAME, it.name());
        }
        return gaps.unknown(it.where(), Reason.UNKNOWN_MATCH, it.name());
    }

    Match services(Position where, List<String> names) {
        if (names.isEmpty() || names.contains("any")) {
            return Match.EVERY;
        }
        return Match.oneOf(
                names.stream().map(it -> service(where, it, new HashSet<>())).toList());
    }

    private Match service(Position where, String name, Set<String> seen) {
        if (name.equals("application-default")) {
            return gaps.unknown(where, Reason.APPLICATION, name);
        }
        if (!seen.add(name)) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var group = object("service-group", name);
        var object = object("service", name);
        Match match;
        if (group.isPresent()) {
            match = Match.oneOf(group.get().values("members").stream()
                    .map(it -> service(group.get().where(), it, seen))
                    .toList());
        } else if (object.isPresent()) {
            match = ports(object.get());
        } else {
            match = predefined(where, name);
        }
        seen.remove(name);
        return match;
    }

    /// The two services every device has (PAN-OS administrator's guide, "Services").
    private Match predefined(Position where, String name) {
        return switch (name) {
            case "service-http" -> Match.all(new Match.Protocol(6), Match.oneOf(List.of(port("80"), port("8080"))));
            case "service-https" -> Match.all(new Match.Protocol(6), port("443"));
            default -> gaps.unknown(where, Reason.UNDEFINED, "service " + name);
        };
    }

    private static Match port(String text) {
        return new Match.DestinationPort(range(text));
    }

    private Match ports(PanNode it) {
        var parts = new ArrayList<Match>();
        try {
            for (var protocol : it.below("protocol")) {
                var number = Protocols.number(protocol.name());
                if (number.isEmpty()) {
                    return gaps.unknown(it.where(), Reason.UNKNOWN_WORD, it.name() + " " + protocol.name());
                }
                if (protocol.children().stream()
                        .flatMap(one -> one.children().stream())
                        .anyMatch(one -> !one.children().isEmpty())) {
                    return gaps.unknown(it.where(), Reason.MALFORMED, it.name());
                }
                var all = new ArrayList<Match>(List.of(new Match.Protocol(number.getAsInt())));
                ranges(protocol.value("port"), Match.DestinationPort::new, all);
                ranges(protocol.value("source-port"), Match.SourcePort::new, all);
                parts.add(Match.all(all));
            }
        } catch (IllegalArgumentException _) {
            return gaps.unknown(it.where(), Reason.MALFORMED, it.name());
        }
        return parts.isEmpty() ? gaps.unknown(it.where(), Reason.MALFORMED, it.name()) : Match.oneOf(parts);
    }

    private static void ranges(String text, Function<PortRange, Match> side, List<Match> into) {
        if (!text.isEmpty()) {
            var parts = new ArrayList<Match>();
            for (var range : text.split("[, ]+")) {
                parts.add(side.apply(range(range)));
            }
            into.add(Match.oneOf(parts));
        }
    }

    private static PortRange range(String text) {
        var dash = text.indexOf('-');
        return dash < 0
                ? PortRange.of(Integer.parseInt(text))
                : new PortRange(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    /// The interfaces of the named zones, entered or left by.
    Match zones(Position where, List<String> names, Function<String, Match> side) {
        if (names.isEmpty() || names.contains("any")) {
            return Match.EVERY;
        }
        var parts = new ArrayList<Match>();
        for (var name : names) {
            var zone = object("zone", name);
            if (zone.isEmpty()) {
                parts.add(gaps.unknown(where, Reason.UNDEFINED, "zone " + name));
            } else {
                zoneMembers.computeIfAbsent(zone.get(), PanObjects::members).forEach(it -> parts.add(side.apply(it)));
            }
        }
        return Match.oneOf(parts);
    }

    static List<String> members(PanNode zone) {
        return zone.below("network").stream()
                .filter(it -> List.of("layer3", "layer2", "virtual-wire", "tap", "external", "tunnel")
                        .contains(it.name()))
                .flatMap(it -> it.children().stream())
                .map(PanNode::name)
                .toList();
    }

    List<PanNode> zones() {
        return system.below("zone");
    }
}
