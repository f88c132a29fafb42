package org.asepsie.engine.network.reader.pf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.XmlElement;

/// Aliases: named lists of addresses or ports, nested at will, some of them kept outside the file.
final class PfAliases {
    private record Alias(XmlElement element, String type, List<String> items) {}

    private final Map<String, Alias> aliases = new HashMap<>();
    private final Gaps gaps;

    PfAliases(XmlElement root, Gaps gaps) {
        this.gaps = gaps;
        root.path("aliases/alias")
                .forEach(it -> add(it, it.text("address").isEmpty() ? it.text("content") : it.text("address")));
        root.path("OPNsense/Firewall/Alias/aliases/alias")
                .filter(it -> !it.text("enabled").equals("0"))
                .forEach(it -> add(it, it.text("content")));
    }

    private void add(XmlElement element, String content) {
        var items =
                content.isBlank() ? List.<String>of() : List.of(content.strip().split("\\s+"));
        aliases.put(element.text("name"), new Alias(element, element.text("type"), items));
    }

    boolean has(String name) {
        return aliases.containsKey(name);
    }

    Match addresses(Position where, String name, Function<Addresses, Match> side) {
        return has(name) ? addresses(where, name, side, new HashSet<>()) : literal(where, name, side);
    }

    private Match addresses(Position where, String name, Function<Addresses, Match> side, Set<String> seen) {
        var alias = aliases.get(name);
        if (alias == null) {
            return literal(where, name, side);
        }
        if (!seen.add(name)) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var at = alias.element().where();
        var match = switch (alias.type()) {
            case "host", "network", "networkgroup" -> {
                var parts = new ArrayList<Match>();
                var excluded = new ArrayList<Match>();
                for (var item : alias.items()) {
                    if (item.startsWith("!")) {
                        excluded.add(addresses(at, item.substring(1), side, seen));
                    } else {
                        parts.add(addresses(at, item, side, seen));
                    }
                }
                var all = Match.oneOf(parts);
                yield excluded.isEmpty() ? all : Match.all(all, Match.not(Match.oneOf(excluded)));
            }
            case "geoip", "asn" -> gaps.unknown(at, Reason.GEOGRAPHY, name);
            case "mac" -> gaps.unknown(at, Reason.HARDWARE, name);
            default -> gaps.unknown(at, Reason.DYNAMIC_SET, name + " " + alias.type());
        };
        seen.remove(name);
        return match;
    }

    /// An address, a block, a range `a-b`; anything else that looks like a name has to be resolved first.
    Match literal(Position where, String text, Function<Addresses, Match> side) {
        try {
            var dash = text.indexOf('-');
            if (dash > 0 && Character.digit(text.charAt(0), 16) >= 0 && text.indexOf('.') < dash) {
                return side.apply(Addresses.of(new AddressBlock.Range(
                        Address.of(text.substring(0, dash)), Address.of(text.substring(dash + 1)))));
            }
            return side.apply(Addresses.of(Prefix.of(text).block()));
        } catch (IllegalArgumentException _) {
            var name = text.indexOf('.') > 0;
            return gaps.unknown(where, name ? Reason.RESOLVED_NAME : Reason.UNDEFINED, text);
        }
    }

    Match ports(Position where, String name, Function<PortRange, Match> side) {
        return has(name) ? ports(where, name, side, new HashSet<>()) : number(where, name, side);
    }

    private Match number(Position where, String text, Function<PortRange, Match> side) {
        try {
            return side.apply(range(text));
        } catch (IllegalArgumentException _) {
            return gaps.unknown(where, Reason.UNDEFINED, "port " + text);
        }
    }

    private Match ports(Position where, String name, Function<PortRange, Match> side, Set<String> seen) {
        var alias = aliases.get(name);
        if (alias == null) {
            return number(where, name, side);
        }
        if (!seen.add(name)) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var match = alias.type().equals("port")
                ? Match.oneOf(alias.items().stream()
                        .map(it -> ports(alias.element().where(), it, side, seen))
                        .toList())
                : gaps.unknown(where, Reason.DYNAMIC_SET, name);
        seen.remove(name);
        return match;
    }

    /// `443`, `8000:8010` or `8000-8010`
    static PortRange range(String text) {
        var between = Math.max(text.indexOf(':'), text.indexOf('-'));
        return between < 0
                ? PortRange.of(Integer.parseInt(text))
                : new PortRange(
                        Integer.parseInt(text, 0, between, 10), Integer.parseInt(text, between + 1, text.length(), 10));
    }
}
