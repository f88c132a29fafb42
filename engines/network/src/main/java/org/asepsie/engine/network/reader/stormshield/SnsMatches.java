package org.asepsie.engine.network.reader.stormshield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    private static final Match TCP = new Match.Protocol(Protocols.TCP);
    private static final Match UDP = new Match.Protocol(Protocols.UDP);
    private static final Match TCP_OR_UDP = Match.oneOf(List.of(TCP, UDP));

    private final SnsObjects objects;
    private final Gaps gaps;
    /// What names mean on each side, read once for all rules that have them, unless that is told as a gap in each.
    private final Map<String, Match> sources = new HashMap<>();

    private final Map<String, Match> destinations = new HashMap<>();
    private final Map<String, Match> sourcePorts = new HashMap<>();
    private final Map<String, Match> destinationPorts = new HashMap<>();

    private final Set<String> interfaces = new LinkedHashSet<>();

    SnsMatches(SnsObjects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
    }

    /// The interfaces that were matched so far, as the rules spell them.
    Set<String> interfaces() {
        return interfaces;
    }

    /// @param leaving what a rule bound to a leaving interface matches at the place where it is run
    Match of(SnsRule rule, Function<String, Match> leaving) {
        var parts = new ArrayList<Match>();
        protocol(rule, parts);
        add(parts, targets(rule, rule.token("srctarget"), sources, Match.Source::new));
        add(parts, targets(rule, rule.token("dsttarget"), destinations, Match.Destination::new));
        add(parts, ports(rule, rule.token("srcport"), rule.token("srcportop"), sourcePorts, Match.SourcePort::new));
        add(
                parts,
                ports(
                        rule,
                        rule.token("dstport"),
                        rule.token("dstportop"),
                        destinationPorts,
                        Match.DestinationPort::new));
        var entering = rule.token("srcif");
        if (SnsTokens.isSet(entering)) {
            parts.add(new Match.EntersBy(entering));
            interfaces.add(entering);
        }
        var out = rule.token("dstif");
        if (SnsTokens.isSet(out)) {
            var match = leaving.apply(out);
            parts.add(match);
            if (match instanceof Match.LeavesBy(var name)) {
                interfaces.add(name);
            }
        }
        conditions(rule, parts);
        return Match.all(parts);
    }

    private static void add(List<Match> parts, Match match) {
        if (!Match.EVERY.equals(match)) {
            parts.add(match);
        }
    }

    private void conditions(SnsRule rule, List<Match> parts) {
        rule.tokens().forEach((key, value) -> {
            if (SnsTokens.isNoCondition(key)) {
                return;
            }
            var reason = SnsTokens.condition(key);
            if (key.equals("route")) {
                if (!value.isEmpty()) {
                    gaps.harmless(rule.where(), Reason.ROUTING, "route " + value);
                }
            } else if (reason != null) {
                if (SnsTokens.isSet(value)) {
                    parts.add(gaps.unknown(rule.where(), reason, key + " " + value));
                }
            } else if (!value.isEmpty()) {
                var words = key.equals(SnsRule.UNKNOWN) ? value : key + "=" + value;
                parts.add(gaps.unknown(rule.where(), Reason.UNKNOWN_WORD, words));
            }
        });
    }

    private void protocol(SnsRule rule, List<Match> parts) {
        var name = rule.token("ipproto").toLowerCase(Locale.ROOT);
        if (!SnsTokens.isSet(name)) {
            return;
        }
        var number = objects.serviceNamed(name) instanceof Thing.Protocol(var known)
                ? OptionalInt.of(known)
                : Protocols.number(name);
        if (number.isEmpty()) {
            parts.add(gaps.unknown(rule.where(), Reason.UNDEFINED, "ipproto " + name));
            return;
        }
        parts.add(new Match.Protocol(number.getAsInt()));
        if (SnsTokens.isSet(rule.token("icmptype"))) {
            icmp(rule, parts);
        }
    }

    private void icmp(SnsRule rule, List<Match> parts) {
        try {
            var type = PortRange.of(Integer.parseInt(rule.token("icmptype")));
            var code = SnsTokens.isSet(rule.token("icmpcode"))
                    ? PortRange.of(Integer.parseInt(rule.token("icmpcode")))
                    : Match.Icmp.ANY_CODE;
            parts.add(new Match.Icmp(type, code));
        } catch (IllegalArgumentException _) {
            parts.add(gaps.unknown(rule.where(), Reason.MALFORMED, "icmptype " + rule.token("icmptype")));
        }
    }

    private Match targets(SnsRule rule, String written, Map<String, Match> known, Function<Addresses, Match> side) {
        if (!SnsTokens.isSet(written)) {
            return Match.EVERY;
        }
        // looking the name up among the objects is no slower than looking up what it meant before
        return objects.networkNamed(written) instanceof Thing.Blocks(var addresses)
                        && written.charAt(0) != '!'
                        && written.indexOf(',') < 0
                ? side.apply(addresses)
                : remembered(known, written, () -> targetsOf(rule, written, side));
    }

    private Match remembered(Map<String, Match> known, String written, Supplier<Match> reading) {
        var match = known.get(written);
        if (match == null) {
            var told = gaps.count();
            match = reading.get();
            if (gaps.count() == told) {
                known.put(written, match);
            }
        }
        return match;
    }

    /// `!` stands before one name. Before a list no document says whether it covers the first name or all:
    /// open.
    private Match targetsOf(SnsRule rule, String written, Function<Addresses, Match> side) {
        if (written.indexOf(',') < 0) {
            return targetOrNot(rule, written, side);
        }
        var names = written.split(",");
        if (names.length > 1 && written.contains("!")) {
            return gaps.unknown(rule.where(), Reason.UNKNOWN_MATCH, written);
        }
        var parts = new ArrayList<Match>();
        for (var name : names) {
            parts.add(targetOrNot(rule, name, side));
        }
        return parts.contains(Match.EVERY) ? Match.EVERY : Match.oneOf(parts);
    }

    private Match targetOrNot(SnsRule rule, String name, Function<Addresses, Match> side) {
        return name.startsWith("!")
                ? Match.not(target(rule.where(), name.substring(1), side))
                : target(rule.where(), name, side);
    }

    private Match target(Position where, String name, Function<Addresses, Match> side) {
        // most names stand for addresses, not for a group: those cannot lead back to themselves
        return objects.networkNamed(name) instanceof Thing.Blocks(var addresses) && !name.equalsIgnoreCase("any")
                ? side.apply(addresses)
                : target(where, name, side, new HashSet<>());
    }

    private Match target(Position where, String name, Function<Addresses, Match> side, Set<String> seen) {
        if (name.equalsIgnoreCase("any")) {
            return Match.EVERY;
        }
        if (!seen.add(SnsObjects.key(name))) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        if (name.equalsIgnoreCase("internet") && objects.networkNamed(name) == null) {
            var object = target(where, objects.internetObject(), side, seen);
            return objects.internetIsOutside() ? Match.not(object) : object;
        }
        var match = switch (objects.networkNamed(name)) {
            case Thing.Blocks(var addresses) -> side.apply(addresses);
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
            if (it instanceof Thing.Blocks(var addresses)) {
                parts.add(side.apply(addresses));
            }
        });
        // Other interfaces may have addresses that the file does not name.
        parts.add(gaps.unknown(where, Reason.UNDEFINED, name));
        return Match.oneOf(parts);
    }

    private Match ports(
            SnsRule rule, String written, String operator, Map<String, Match> known, Function<PortRange, Match> port) {
        if (!SnsTokens.isSet(written)) {
            return Match.EVERY;
        }
        if (operator.isEmpty()
                && objects.serviceNamed(written) instanceof Thing.Service it
                && written.indexOf(',') < 0) {
            return service(rule.where(), it.protocol(), it.first(), it.last(), "", port);
        }
        return operator.isEmpty()
                ? remembered(known, written, () -> portsOf(rule, written, "", port))
                : portsOf(rule, written, operator.toLowerCase(Locale.ROOT), port);
    }

    private Match portsOf(SnsRule rule, String written, String operator, Function<PortRange, Match> port) {
        var parts = new ArrayList<Match>();
        for (var name : written.split(",")) {
            parts.add(service(rule.where(), name, operator, port, new HashSet<>()));
        }
        return Match.oneOf(parts);
    }

    private Match service(
            Position where, String name, String operator, Function<PortRange, Match> port, Set<String> seen) {
        if (objects.serviceNamed(name) instanceof Thing.Service(var protocol, var first, var last)) {
            return service(where, protocol, first, last, operator, port);
        }
        if (!seen.add(SnsObjects.key(name))) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var match = switch (objects.serviceNamed(name)) {
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
        if (protocol.isEmpty() || protocol.equals("any")) {
            return TCP_OR_UDP;
        }
        return switch (protocol) {
            case "tcp" -> TCP;
            case "udp" -> UDP;
            default -> {
                var number = Protocols.number(protocol);
                yield number.isPresent()
                        ? new Match.Protocol(number.getAsInt())
                        : gaps.unknown(where, Reason.UNDEFINED, "proto " + protocol);
            }
        };
    }
}
