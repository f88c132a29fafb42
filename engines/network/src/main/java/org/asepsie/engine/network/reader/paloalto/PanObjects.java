package org.asepsie.engine.network.reader.paloalto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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
import org.jspecify.annotations.Nullable;

/// Addresses and services of a virtual system; what it does not define itself may be shared.
final class PanObjects {
    private static final Pattern BETWEEN_PORTS = Pattern.compile("[, ]+");

    private final PanTable addresses;
    private final PanTable addressGroups;
    private final PanTable services;
    private final PanTable serviceGroups;
    private final Gaps gaps;
    /// The groups that are being read, so that one inside itself is noticed.
    private final Set<String> open = new HashSet<>();

    PanObjects(PanNode system, @Nullable PanNode shared, Gaps gaps) {
        addresses = PanTable.of("address", system, shared);
        addressGroups = PanTable.of("address-group", system, shared);
        services = PanTable.of("service", system, shared);
        serviceGroups = PanTable.of("service-group", system, shared);
        this.gaps = gaps;
    }

    /// What the names below a setting such as `source` say; without the setting, every packet.
    Match addresses(Position where, @Nullable PanNode names, Function<Addresses, Match> side) {
        return names == null || isAny(names) ? Match.EVERY : oneOf(where, names, side);
    }

    private static boolean isAny(PanNode names) {
        return names.first() == null || names.named("any") != null;
    }

    private Match oneOf(Position where, PanNode names, Function<Addresses, Match> side) {
        var only = names.first();
        if (only != null && only.next() == null) {
            return address(where, only.name(), side);
        }
        var parts = new ArrayList<Match>(names.size());
        for (var it = only; it != null; it = it.next()) {
            parts.add(address(where, it.name(), side));
        }
        return Match.oneOf(parts);
    }

    private Match address(Position where, String name, Function<Addresses, Match> side) {
        var group = addressGroups.named(name);
        if (group != null) {
            if (!open.add(name)) {
                return gaps.unknown(where, Reason.CYCLE, name);
            }
            var members = group.at("static");
            var match = members == null
                    ? gaps.unknown(group.where(), Reason.DYNAMIC_SET, name)
                    : oneOf(group.where(), members, side);
            open.remove(name);
            return match;
        }
        var object = addresses.named(name);
        try {
            return object == null ? side.apply(Addresses.of(Prefix.of(name).block())) : single(object, side);
        } catch (IllegalArgumentException _) {
            return gaps.unknown(where, object == null ? Reason.UNDEFINED : Reason.MALFORMED, name);
        }
    }

    private Match single(PanNode it, Function<Addresses, Match> side) {
        var network = it.named("ip-netmask");
        if (network != null) {
            return side.apply(Addresses.of(Prefix.of(network.value()).block()));
        }
        var range = it.named("ip-range");
        if (range != null) {
            var ends = range.value().split("-");
            if (ends.length == 0) {
                throw new IllegalArgumentException("not a range of addresses: " + range.value());
            }
            return side.apply(Addresses.of(
                    new AddressBlock.Range(Address.of(ends[0]), Address.of(ends.length > 1 ? ends[1] : ends[0]))));
        }
        return gaps.unknown(
                it.where(), it.named("fqdn") != null ? Reason.RESOLVED_NAME : Reason.UNKNOWN_MATCH, it.name());
    }

    Match services(Position where, @Nullable PanNode names) {
        return names == null || isAny(names) ? Match.EVERY : oneOf(where, names);
    }

    private Match oneOf(Position where, PanNode names) {
        var only = names.first();
        if (only != null && only.next() == null) {
            return service(where, only.name());
        }
        var parts = new ArrayList<Match>(names.size());
        for (var it = only; it != null; it = it.next()) {
            parts.add(service(where, it.name()));
        }
        return Match.oneOf(parts);
    }

    private Match service(Position where, String name) {
        if (name.equals("application-default")) {
            return gaps.unknown(where, Reason.APPLICATION, name);
        }
        var group = serviceGroups.named(name);
        if (group != null) {
            if (!open.add(name)) {
                return gaps.unknown(where, Reason.CYCLE, name);
            }
            var members = group.at("members");
            var match = members == null ? Match.NONE : oneOf(group.where(), members);
            open.remove(name);
            return match;
        }
        var object = services.named(name);
        return object == null ? predefined(where, name) : ports(object);
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
                if (goesDeeper(protocol)) {
                    return gaps.unknown(it.where(), Reason.MALFORMED, it.name());
                }
                var all = new ArrayList<Match>(3);
                all.add(new Match.Protocol(number.getAsInt()));
                ranges(protocol.value("port"), Match.DestinationPort::new, all);
                ranges(protocol.value("source-port"), Match.SourcePort::new, all);
                parts.add(Match.all(all));
            }
        } catch (IllegalArgumentException _) {
            return gaps.unknown(it.where(), Reason.MALFORMED, it.name());
        }
        return parts.isEmpty() ? gaps.unknown(it.where(), Reason.MALFORMED, it.name()) : Match.oneOf(parts);
    }

    /// Whether something stands below the ports: the line went on where it should have ended.
    private static boolean goesDeeper(PanNode protocol) {
        for (var key = protocol.first(); key != null; key = key.next()) {
            for (var value = key.first(); value != null; value = value.next()) {
                if (value.first() != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void ranges(String text, Function<PortRange, Match> side, List<Match> into) {
        if (text.isEmpty()) {
            return;
        }
        if (text.indexOf(',') < 0 && text.indexOf(' ') < 0) {
            into.add(side.apply(range(text)));
            return;
        }
        var parts = new ArrayList<Match>();
        for (var range : BETWEEN_PORTS.split(text)) {
            parts.add(side.apply(range(range)));
        }
        into.add(Match.oneOf(parts));
    }

    private static PortRange range(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? PortRange.of(Integer.parseInt(text))
                : new PortRange(
                        Integer.parseInt(text, 0, dash, 10), Integer.parseInt(text, dash + 1, text.length(), 10));
    }
}
