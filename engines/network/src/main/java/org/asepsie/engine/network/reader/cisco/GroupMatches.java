package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.cisco.CiscoObjects.Kind;
import org.asepsie.engine.network.reader.source.Gaps;

/// What the objects and groups of a configuration hold, as matches: networks, services, ports and ICMP messages. Groups
/// may name others; a circle is a gap.
final class GroupMatches {
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final EntryParser parser;
    private final CiscoObjects objects;
    private final Gaps gaps;

    GroupMatches(EntryParser parser, CiscoObjects objects, Gaps gaps) {
        this.parser = parser;
        this.objects = objects;
        this.gaps = gaps;
    }

    boolean isServiceAlone(String name) {
        return !objects.has(Kind.NETWORK, name) && objects.has(Kind.SERVICE, name);
    }

    Match network(Position where, String name, Function<Addresses, Match> side) {
        return network(where, name, side, new HashSet<>());
    }

    private Match network(Position where, String name, Function<Addresses, Match> side, Set<String> seen) {
        var group = objects.find(Kind.NETWORK, name);
        if (group == null) {
            return gaps.unknown(where, Reason.UNDEFINED, name);
        }
        if (!seen.add(name)) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var parts = new ArrayList<Match>();
        for (var line : group.lines()) {
            parts.add(networkLine(line, side, seen));
        }
        seen.remove(name);
        return Match.oneOf(parts);
    }

    private Match networkLine(CiscoObjects.Line line, Function<Addresses, Match> side, Set<String> seen) {
        var words = line.words();
        var first = words.getFirst();
        var rest = words.subList(1, words.size());
        try {
            return switch (first) {
                case "group-object" -> network(line.where(), rest.getFirst(), side, seen);
                case "network-object" ->
                    rest.getFirst().equals("object")
                            ? network(line.where(), rest.get(1), side, seen)
                            : new EntryAddresses(parser, gaps, words(line.where(), rest), false).only(side);
                case "subnet" -> new EntryAddresses(parser, gaps, words(line.where(), rest), false).only(side);
                case "range" ->
                    side.apply(Addresses.of(
                            new AddressBlock.Range(parser.named(rest.getFirst()), parser.named(rest.get(1)))));
                case "fqdn" -> gaps.unknown(line.where(), Reason.RESOLVED_NAME, String.join(" ", words));
                default -> new EntryAddresses(parser, gaps, words(line.where(), words), false).only(side);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return gaps.unknown(line.where(), Reason.MALFORMED, String.join(" ", words));
        }
    }

    /// Services of a group or object: protocol and, where they are written, ports.
    Match services(Position where, String name) {
        return services(where, name, new HashSet<>());
    }

    private Match services(Position where, String name, Set<String> seen) {
        var group = objects.find(Kind.SERVICE, name);
        if (group == null) {
            group = objects.find(Kind.PROTOCOL, name);
        }
        if (group == null) {
            return gaps.unknown(where, Reason.UNDEFINED, name);
        }
        if (!seen.add(name)) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var parts = new ArrayList<Match>();
        for (var line : group.lines()) {
            var words = line.words();
            parts.add(
                    switch (words.getFirst()) {
                        case "group-object" -> services(line.where(), word(words, 1), seen);
                        case "service-object" ->
                            word(words, 1).equals("object")
                                    ? services(line.where(), word(words, 2), seen)
                                    : new EntryServices(parser, words(line.where(), words.subList(1, words.size())))
                                            .service();
                        case "service" ->
                            new EntryServices(parser, words(line.where(), words.subList(1, words.size()))).service();
                        case "protocol-object" ->
                            new EntryServices(parser, words(line.where(), words.subList(1, words.size()))).service();
                        case "port-object" ->
                            Match.all(
                                    transports(group.qualifier()),
                                    new EntryPorts(parser, words(line.where(), words.subList(1, words.size())))
                                            .ports(Match.DestinationPort::new));
                        default -> new EntryServices(parser, words(line.where(), words)).service();
                    });
        }
        seen.remove(name);
        return Match.oneOf(parts);
    }

    /// The ports of a service group written behind an address.
    Match ports(Position where, String name, Function<PortRange, Match> side) {
        return portsOf(where, name, side, new HashSet<>());
    }

    private Match portsOf(Position where, String name, Function<PortRange, Match> side, Set<String> seen) {
        var group = objects.find(Kind.SERVICE, name);
        if (group == null) {
            return gaps.unknown(where, Reason.UNDEFINED, name);
        }
        if (!seen.add(name)) {
            return gaps.unknown(where, Reason.CYCLE, name);
        }
        var parts = new ArrayList<Match>();
        for (var line : group.lines()) {
            var words = line.words();
            parts.add(
                    switch (words.getFirst()) {
                        case "group-object" -> portsOf(line.where(), word(words, 1), side, seen);
                        case "port-object" ->
                            new EntryPorts(parser, words(line.where(), words.subList(1, words.size()))).ports(side);
                        default -> gaps.unknown(line.where(), Reason.UNKNOWN_MATCH, String.join(" ", words));
                    });
        }
        seen.remove(name);
        return Match.oneOf(parts);
    }

    Match icmp(Position where, String name, int protocol) {
        return icmpGroup(where, name, protocol, new HashSet<>());
    }

    private Match icmpGroup(Position where, String name, int protocol, Set<String> seen) {
        var group = objects.find(Kind.ICMP, name);
        if (group == null || !seen.add(name)) {
            return gaps.unknown(where, group == null ? Reason.UNDEFINED : Reason.CYCLE, name);
        }
        var parts = new ArrayList<Match>();
        for (var line : group.lines()) {
            var words = line.words();
            var message = CiscoNames.icmp(word(words, 1), protocol);
            parts.add(
                    words.getFirst().equals("group-object")
                            ? icmpGroup(line.where(), word(words, 1), protocol, seen)
                            : message != null
                                    ? message
                                    : gaps.unknown(line.where(), Reason.UNKNOWN_MATCH, String.join(" ", words)));
        }
        seen.remove(name);
        return Match.oneOf(parts);
    }

    private EntryWords words(Position where, List<String> words) {
        return new EntryWords(where, words, gaps);
    }

    static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }

    static Match transports(String qualifier) {
        return switch (qualifier) {
            case "tcp" -> new Match.Protocol(TCP);
            case "udp" -> new Match.Protocol(UDP);
            default -> Match.oneOf(List.of(new Match.Protocol(TCP), new Match.Protocol(UDP)));
        };
    }
}
