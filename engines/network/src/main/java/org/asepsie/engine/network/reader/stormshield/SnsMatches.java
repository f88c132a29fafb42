package org.asepsie.engine.network.reader.stormshield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.stormshield.SnsObjects.Thing;

/// What a rule's tokens say about packets. Every token is either known to be without effect on the verdict,
/// turned into a match, or left open with its reason.
final class SnsMatches {
    /// Logging, shaping and inspection of what has been let through.
    private static final Set<String> HARMLESS = Set.of(
            "state",
            "action",
            "position",
            "index",
            "type",
            "global",
            "comment",
            "rulename",
            "color",
            "collapse",
            "ruleid",
            "loglevel",
            "noconnlog",
            "count",
            "settos",
            "qosid",
            "ackqosid",
            "qosfairness",
            "inspection",
            "antivirus",
            "sandboxing",
            "antispam",
            "proxycache",
            "ftpfiltering",
            "urlfiltering",
            "mailfiltering",
            "sslfiltering",
            "securityinspection",
            "synproxy",
            "ipstate",
            "srcusertype",
            "srcuserdomain",
            "srcusermethod",
            "dstuserdomain",
            "webportalexcept",
            "natsrctarget",
            "natsrclb",
            "natsrcarp",
            "natsrcport",
            "natsrcportop",
            "natsrcportlb",
            "natdsttarget",
            "natdstlb",
            "natdstarp",
            "natdstport",
            "natdstportop",
            "natdstportlb",
            "beforevpn",
            "enforceipsecforward",
            "enforceipsecreverse");

    /// Conditions that no configuration can decide.
    private static final Map<String, Reason> CONDITIONS = Map.ofEntries(
            Map.entry("schedule", Reason.TIME),
            Map.entry("rate", Reason.RATE),
            Map.entry("srcuser", Reason.USER),
            Map.entry("via", Reason.TUNNEL),
            Map.entry("tos", Reason.UNKNOWN_MATCH),
            Map.entry("proto", Reason.APPLICATION),
            Map.entry("fwservice", Reason.APPLICATION),
            Map.entry("inbound", Reason.APPLICATION),
            Map.entry("srcgeo", Reason.GEOGRAPHY),
            Map.entry("dstgeo", Reason.GEOGRAPHY),
            Map.entry("srciprep", Reason.GEOGRAPHY),
            Map.entry("dstiprep", Reason.GEOGRAPHY),
            Map.entry("srchostrep", Reason.GEOGRAPHY),
            Map.entry("dsthostrep", Reason.GEOGRAPHY));

    /// Values by which a condition says that it is none.
    private static final Set<String> NO_CONDITION = Set.of("", "any", "anytime", "auto", "none");

    private static final Set<String> HANDLED = Set.of(
            "srctarget",
            "dsttarget",
            "srcif",
            "dstif",
            "srcport",
            "dstport",
            "srcportop",
            "dstportop",
            "ipproto",
            "icmptype",
            "icmpcode",
            "srchostrepop",
            "dsthostrepop");

    private final SnsObjects objects;
    private final Gaps gaps;
    private final Map<Value, Match> values = new HashMap<>();

    private record Value(String key, String value, String operator) {
        @Override
        public int hashCode() {
            return (key.hashCode() * 31 + value.hashCode()) * 31 + operator.hashCode();
        }
    }

    SnsMatches(SnsObjects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
    }

    /// @param leaving what a rule bound to a leaving interface matches at the place where it is run
    Match of(SnsRule rule, Function<String, Match> leaving) {
        var parts = new ArrayList<Match>();
        protocol(rule, parts);
        parts.add(targets(rule, "srctarget", Match.Source::new));
        parts.add(targets(rule, "dsttarget", Match.Destination::new));
        parts.add(ports(rule, "src", Match.SourcePort::new));
        parts.add(ports(rule, "dst", Match.DestinationPort::new));
        if (isSet(rule, "srcif")) {
            parts.add(new Match.EntersBy(rule.token("srcif")));
        }
        if (isSet(rule, "dstif")) {
            parts.add(leaving.apply(rule.token("dstif")));
        }
        conditions(rule, parts);
        parts.removeIf(Match.EVERY::equals);
        return Match.all(parts);
    }

    private static boolean isSet(SnsRule rule, String key) {
        var value = rule.token(key);
        return !value.isEmpty() && !NO_CONDITION.contains(value.toLowerCase(Locale.ROOT));
    }

    private void conditions(SnsRule rule, List<Match> parts) {
        rule.tokens().forEach((key, value) -> {
            if (HARMLESS.contains(key) || HANDLED.contains(key)) {
                return;
            }
            if (key.equals("route")) {
                if (!value.isEmpty()) {
                    gaps.harmless(rule.where(), Reason.ROUTING, "route " + value);
                }
            } else if (CONDITIONS.containsKey(key)) {
                if (isSet(rule, key)) {
                    parts.add(gaps.unknown(
                            rule.where(), CONDITIONS.getOrDefault(key, Reason.UNKNOWN_WORD), key + " " + value));
                }
            } else if (!value.isEmpty()) {
                var words = key.equals(SnsRule.UNKNOWN) ? value : key + "=" + value;
                parts.add(gaps.unknown(rule.where(), Reason.UNKNOWN_WORD, words));
            }
        });
    }

    private void protocol(SnsRule rule, List<Match> parts) {
        if (!isSet(rule, "ipproto")) {
            return;
        }
        var name = rule.token("ipproto").toLowerCase(Locale.ROOT);
        var number = objects.serviceNamed(name).orElse(null) instanceof Thing.Protocol(var known)
                ? OptionalInt.of(known)
                : Protocols.number(name);
        if (number.isEmpty()) {
            parts.add(gaps.unknown(rule.where(), Reason.UNDEFINED, "ipproto " + name));
            return;
        }
        parts.add(new Match.Protocol(number.getAsInt()));
        if (isSet(rule, "icmptype")) {
            icmp(rule, parts);
        }
    }

    private void icmp(SnsRule rule, List<Match> parts) {
        try {
            var type = PortRange.of(Integer.parseInt(rule.token("icmptype")));
            var code = isSet(rule, "icmpcode")
                    ? PortRange.of(Integer.parseInt(rule.token("icmpcode")))
                    : Match.Icmp.ANY_CODE;
            parts.add(new Match.Icmp(type, code));
        } catch (IllegalArgumentException _) {
            parts.add(gaps.unknown(rule.where(), Reason.MALFORMED, "icmptype " + rule.token("icmptype")));
        }
    }

    /// `!` stands before one name. Before a list no document says whether it covers the first name or all:
    /// open.
    private Match targets(SnsRule rule, String key, Function<Addresses, Match> side) {
        return remembered(rule, key, "", () -> targetsOf(rule, key, side));
    }

    /// What the value of a token means, read once for all rules that have it, unless it is told as a gap in each.
    private Match remembered(SnsRule rule, String key, String operator, Supplier<Match> reading) {
        if (!isSet(rule, key)) {
            return Match.EVERY;
        }
        var value = new Value(key, rule.token(key), operator);
        var known = values.get(value);
        if (known == null) {
            var told = gaps.count();
            known = reading.get();
            if (gaps.count() == told) {
                values.put(value, known);
            }
        }
        return known;
    }

    private Match targetsOf(SnsRule rule, String key, Function<Addresses, Match> side) {
        var names = rule.token(key).split(",");
        if (names.length > 1 && rule.token(key).contains("!")) {
            return gaps.unknown(rule.where(), Reason.UNKNOWN_MATCH, rule.token(key));
        }
        var parts = new ArrayList<Match>();
        for (var name : names) {
            var negated = name.startsWith("!");
            var match = target(rule.where(), negated ? name.substring(1) : name, side, new HashSet<>());
            parts.add(negated ? Match.not(match) : match);
        }
        return parts.contains(Match.EVERY) ? Match.EVERY : Match.oneOf(parts);
    }

    private Match target(Position where, String name, Function<Addresses, Match> side, Set<String> seen) {
        if (name.equalsIgnoreCase("any")) {
            return Match.EVERY;
        }
        if (!seen.add(SnsObjects.key(name))) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        if (name.equalsIgnoreCase("internet") && objects.networkNamed(name).isEmpty()) {
            var object = target(where, objects.internetObject(), side, seen);
            return objects.internetIsOutside() ? Match.not(object) : object;
        }
        var match = switch (objects.networkNamed(name).orElse(null)) {
            case Thing.Blocks(var blocks) -> side.apply(new Addresses(blocks));
            case Thing.Members(var members) ->
                Match.oneOf(members.stream()
                        .map(it -> target(where, it, side, seen))
                        .toList());
            case Thing.NotInTheFile(var reason) -> gaps.unknown(where, reason, name);
            case null, default -> literal(where, name, side);
        };
        seen.remove(SnsObjects.key(name));
        return match;
    }

    private Match literal(Position where, String name, Function<Addresses, Match> side) {
        if (name.equalsIgnoreCase("firewall_all")) {
            return ownAddresses(where, name, side);
        }
        try {
            return side.apply(Addresses.of(Prefix.of(name).block()));
        } catch (IllegalArgumentException _) {
            return gaps.unknown(where, Reason.UNDEFINED, name);
        }
    }

    private Match ownAddresses(Position where, String name, Function<Addresses, Match> side) {
        var parts = new ArrayList<Match>();
        objects.named("Firewall_").values().forEach(it -> {
            if (it instanceof Thing.Blocks(var blocks)) {
                parts.add(side.apply(new Addresses(blocks)));
            }
        });
        // Other interfaces may have addresses that the file does not name.
        parts.add(gaps.unknown(where, Reason.UNDEFINED, name));
        return Match.oneOf(parts);
    }

    private Match ports(SnsRule rule, String side, Function<PortRange, Match> port) {
        var operator = rule.token(side + "portop").toLowerCase(Locale.ROOT);
        return remembered(rule, side + "port", operator, () -> portsOf(rule, side, operator, port));
    }

    private Match portsOf(SnsRule rule, String side, String operator, Function<PortRange, Match> port) {
        var parts = new ArrayList<Match>();
        for (var name : rule.token(side + "port").split(",")) {
            parts.add(service(rule.where(), name, operator, port, new HashSet<>()));
        }
        return Match.oneOf(parts);
    }

    private Match service(
            Position where, String name, String operator, Function<PortRange, Match> port, Set<String> seen) {
        if (!seen.add(SnsObjects.key(name))) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var match = switch (objects.serviceNamed(name).orElse(null)) {
            case Thing.Service(var protocol, var first, var last) ->
                service(where, protocol, first, last, operator, port);
            case Thing.Members(var members)
            when operator.isEmpty() || operator.equals("eq") ->
                Match.oneOf(members.stream()
                        .map(it -> service(where, it, operator, port, seen))
                        .toList());
            case null, default -> numeric(where, name, operator, port);
        };
        seen.remove(SnsObjects.key(name));
        return match;
    }

    private Match numeric(Position where, String name, String operator, Function<PortRange, Match> port) {
        if (name.matches("\\d{1,5}") && Integer.parseInt(name) <= 65_535) {
            var number = Integer.parseInt(name);
            return service(where, "any", number, number, operator, port);
        }
        return gaps.unknown(where, Reason.UNDEFINED, "port " + name);
    }

    private Match service(
            Position where, String protocol, int first, int last, String operator, Function<PortRange, Match> port) {
        var range = new PortRange(first, last);
        var ports = switch (operator) {
            case "", "eq" -> port.apply(range);
            case "ne" -> Match.not(port.apply(range));
            case "gt" -> last == 65_535 ? Match.NONE : port.apply(new PortRange(last + 1, 65_535));
            case "lt" -> first == 0 ? Match.NONE : port.apply(new PortRange(0, first - 1));
            default -> gaps.unknown(where, Reason.UNKNOWN_MATCH, operator + " " + range);
        };
        return Match.all(protocols(where, protocol), ports);
    }

    private Match protocols(Position where, String protocol) {
        var tcp = new Match.Protocol(Protocols.TCP);
        var udp = new Match.Protocol(Protocols.UDP);
        if (protocol.isEmpty() || protocol.equals("any")) {
            return Match.oneOf(List.of(tcp, udp));
        }
        var number = Protocols.number(protocol);
        return number.isPresent()
                ? new Match.Protocol(number.getAsInt())
                : gaps.unknown(where, Reason.UNDEFINED, "proto " + protocol);
    }
}
