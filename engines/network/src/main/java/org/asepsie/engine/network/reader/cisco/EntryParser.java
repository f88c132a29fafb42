package org.asepsie.engine.network.reader.cisco;

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
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.cisco.CiscoObjects.Kind;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// The matches of access list entries, and of the objects they name.
final class EntryParser {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final Set<String> OPERATORS = Set.of("eq", "neq", "gt", "lt", "range");
    private static final Set<String> LOG_LEVELS = Set.of(
            "default",
            "disable",
            "emergencies",
            "alerts",
            "critical",
            "errors",
            "warnings",
            "notifications",
            "informational",
            "debugging",
            "0",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7");
    /// Fields of the header that are not followed; each takes one argument.
    private static final Set<String> OTHER_FIELDS = Set.of("dscp", "precedence", "tos", "option", "ttl", "flow-label");
    /// TCP flags that no packet opening a connection carries.
    private static final Set<String> FLAGS_OF_OTHERS = Set.of("ack", "fin", "rst", "psh", "urg", "established");

    private final CiscoObjects objects;
    private final Gaps gaps;
    /// IOS writes wildcards (a one bit is free), ASA masks.
    private final boolean wildcards;

    private final Map<String, Address> names = new HashMap<>();
    private final Map<String, Address> interfaceAddresses = new HashMap<>();

    EntryParser(CiscoObjects objects, Gaps gaps, boolean wildcards) {
        this.objects = objects;
        this.gaps = gaps;
        this.wildcards = wildcards;
    }

    /// The same parser with a report of its own, for asking what a name holds without telling twice.
    EntryParser quietly() {
        var parser = new EntryParser(objects, new Gaps(), wildcards);
        parser.names.putAll(names);
        parser.interfaceAddresses.putAll(interfaceAddresses);
        return parser;
    }

    /// ASA `name 10.0.0.5 pacs`.
    void name(String alias, Address address) {
        names.put(alias, address);
    }

    void interfaceAddress(String nameif, Address address) {
        interfaceAddresses.put(nameif, address);
    }

    /// `tcp any host 10.0.0.5 eq www log`, behind `permit` or `deny`.
    Match extended(Position where, List<String> words) {
        return new Entry(where, words).extended();
    }

    /// `10.0.0.0 0.0.0.255 log`: the source alone.
    Match standard(Position where, List<String> words) {
        var entry = new Entry(where, words);
        var match = entry.address(Match.Source::new);
        return entry.withOptions(match, 0);
    }

    /// Every address an object or a group of that name holds, as source or destination.
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
                            : new Entry(line.where(), rest, false).only(side);
                case "subnet" -> new Entry(line.where(), rest, false).only(side);
                case "range" ->
                    side.apply(Addresses.of(new AddressBlock.Range(named(rest.getFirst()), named(rest.get(1)))));
                case "fqdn" -> gaps.unknown(line.where(), Reason.RESOLVED_NAME, String.join(" ", words));
                default -> new Entry(line.where(), words, false).only(side);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return gaps.unknown(line.where(), Reason.MALFORMED, String.join(" ", words));
        }
    }

    private Address named(String word) {
        var address = names.get(word);
        return address != null ? address : Address.of(word);
    }

    /// Services of a group or object: protocol and, where they are written, ports.
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
                                    : new Entry(line.where(), words.subList(1, words.size())).service();
                        case "service" -> new Entry(line.where(), words.subList(1, words.size())).service();
                        case "protocol-object" -> new Entry(line.where(), words.subList(1, words.size())).service();
                        case "port-object" ->
                            Match.all(
                                    transports(group.qualifier()),
                                    new Entry(line.where(), words.subList(1, words.size()))
                                            .ports(Match.DestinationPort::new));
                        default -> new Entry(line.where(), words).service();
                    });
        }
        seen.remove(name);
        return Match.oneOf(parts);
    }

    /// The ports of a service group written behind an address.
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
                        case "port-object" -> new Entry(line.where(), words.subList(1, words.size())).ports(side);
                        default -> gaps.unknown(line.where(), Reason.UNKNOWN_MATCH, String.join(" ", words));
                    });
        }
        seen.remove(name);
        return Match.oneOf(parts);
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

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }

    private static Match transports(String qualifier) {
        return switch (qualifier) {
            case "tcp" -> new Match.Protocol(TCP);
            case "udp" -> new Match.Protocol(UDP);
            default -> Match.oneOf(List.of(new Match.Protocol(TCP), new Match.Protocol(UDP)));
        };
    }

    /// One entry, read from left to right.
    private final class Entry {
        private final Position where;
        private final List<String> words;
        private final boolean wild;
        private int at;

        Entry(Position where, List<String> words) {
            this(where, words, wildcards);
        }

        Entry(Position where, List<String> words, boolean wild) {
            this.where = where;
            this.words = words;
            this.wild = wild;
        }

        private boolean more() {
            return at < words.size();
        }

        private boolean is(String word) {
            return more() && words.get(at).equals(word);
        }

        private String next() {
            return more() ? words.get(at++) : "";
        }

        private Match rest() {
            var text = String.join(" ", words.subList(Math.min(at, words.size()), words.size()));
            at = words.size();
            return gaps.unknown(where, Reason.UNKNOWN_WORD, text);
        }

        Match extended() {
            var start = at;
            var protocol = next();
            var number = CiscoNames.protocol(protocol).orElse(0);
            Match transport;
            if (protocol.equals("object-group") || protocol.equals("object")) {
                transport = services(where, next(), new HashSet<>());
            } else if (CiscoNames.everyProtocol(protocol)) {
                transport = Match.EVERY;
            } else if (number > 0 || protocol.equals("0")) {
                transport = new Match.Protocol(number);
            } else {
                at = start;
                return rest();
            }
            var parts = new ArrayList<Match>();
            parts.add(transport);
            parts.add(address(Match.Source::new));
            parts.add(portsHere(Match.SourcePort::new));
            parts.add(address(Match.Destination::new));
            parts.add(portsHere(Match.DestinationPort::new));
            parts.removeIf(Match.EVERY::equals);
            return withOptions(Match.all(parts), number);
        }

        /// Addresses and nothing behind them.
        Match only(Function<Addresses, Match> side) {
            var match = address(side);
            return more() ? Match.all(match, rest()) : match;
        }

        Match address(Function<Addresses, Match> side) {
            var start = at;
            try {
                return switch (next()) {
                    case "any" -> Match.EVERY;
                    case "any4" -> new Match.OfFamily(Family.IPV4);
                    case "any6" -> new Match.OfFamily(Family.IPV6);
                    case "host" -> side.apply(Addresses.of(AddressBlock.host(named(next()))));
                    case "object-group", "object", "addrgroup" -> network(where, next(), side, new HashSet<>());
                    case "interface" -> ofInterface(side);
                    default -> {
                        at = start;
                        yield side.apply(Addresses.of(block()));
                    }
                };
            } catch (IllegalArgumentException _) {
                at = start;
                return rest();
            }
        }

        private Match ofInterface(Function<Addresses, Match> side) {
            var name = next();
            var address = interfaceAddresses.get(name);
            return address == null
                    ? gaps.unknown(where, Reason.UNDEFINED, "interface " + name)
                    : side.apply(Addresses.of(AddressBlock.host(address)));
        }

        private AddressBlock block() {
            var word = next();
            if (word.indexOf('/') > 0) {
                return Prefix.of(word).block();
            }
            var address = named(word);
            if (!more()
                    || !Character.isDigit(words.get(at).charAt(0))
                    || words.get(at).indexOf('.') < 0) {
                return AddressBlock.host(address);
            }
            if (address.family() != Family.IPV4) {
                throw new IllegalArgumentException("an IPv6 address with a mask of IPv4");
            }
            var written = (int) Address.of(next()).low();
            var mask = wild ? ~written : written;
            var contiguous = (~mask & ~mask + 1) == 0;
            return contiguous
                    ? new Prefix(address, Integer.bitCount(mask)).block()
                    : new AddressBlock.Masked(address, Address.v4(mask));
        }

        private Match portsHere(Function<PortRange, Match> side) {
            if (more() && OPERATORS.contains(words.get(at))) {
                return ports(side);
            }
            var group = is("object-group") && at + 1 < words.size() ? words.get(at + 1) : "";
            if (!objects.has(Kind.NETWORK, group) && objects.has(Kind.SERVICE, group)) {
                at += 2;
                return portsOf(where, group, side, new HashSet<>());
            }
            return Match.EVERY;
        }

        Match ports(Function<PortRange, Match> side) {
            var operator = next();
            var first = CiscoNames.port(next());
            if (first.isEmpty()) {
                at -= 2;
                return rest();
            }
            var port = first.getAsInt();
            switch (operator) {
                case "eq", "neq" -> {
                    var ports = new ArrayList<Match>(List.of(side.apply(PortRange.of(port))));
                    for (var next = CiscoNames.port(word(words, at));
                            more() && next.isPresent();
                            next = CiscoNames.port(word(words, at))) {
                        ports.add(side.apply(PortRange.of(next.getAsInt())));
                        at++;
                    }
                    var any = Match.oneOf(ports);
                    return operator.equals("eq") ? any : Match.not(any);
                }
                case "gt" -> {
                    return port == 65_535 ? Match.NONE : side.apply(new PortRange(port + 1, 65_535));
                }
                case "lt" -> {
                    return port == 0 ? Match.NONE : side.apply(new PortRange(0, port - 1));
                }
                default -> {
                    var last = CiscoNames.port(next());
                    if (last.isEmpty()) {
                        at--;
                        return rest();
                    }
                    return side.apply(new PortRange(Math.min(port, last.getAsInt()), Math.max(port, last.getAsInt())));
                }
            }
        }

        /// A line of a service object: `tcp source eq 1 destination range 5 9`, `icmp echo`, or a bare
        /// protocol.
        Match service() {
            var protocol = next();
            var transport = protocol.equals("tcp-udp") ? transports("") : protocol(protocol);
            if (transport == null) {
                at--;
                return rest();
            }
            var parts = new ArrayList<Match>();
            if (transport != Match.EVERY) {
                parts.add(transport);
            }
            if (is("source")) {
                at++;
                parts.add(ports(Match.SourcePort::new));
            }
            if (is("destination")) {
                at++;
            }
            if (more() && OPERATORS.contains(words.get(at))) {
                parts.add(ports(Match.DestinationPort::new));
            }
            return withOptions(Match.all(parts), CiscoNames.protocol(protocol).orElse(0));
        }

        private @Nullable Match protocol(String word) {
            if (CiscoNames.everyProtocol(word)) {
                return Match.EVERY;
            }
            var number = CiscoNames.protocol(word);
            return number.isPresent() ? new Match.Protocol(number.getAsInt()) : null;
        }

        Match withOptions(Match match, int protocol) {
            var parts = new ArrayList<Match>();
            parts.add(match);
            while (more()) {
                var option = option(protocol);
                if (!option.equals(Match.EVERY)) {
                    parts.add(option);
                }
            }
            return Match.all(parts);
        }

        private Match option(int protocol) {
            var word = next();
            if (word.equals("log") || word.equals("log-input")) {
                while (more() && (LOG_LEVELS.contains(words.get(at)) || is("interval"))) {
                    at += is("interval") ? 2 : 1;
                }
                return Match.EVERY;
            }
            if (protocol == TCP && FLAGS_OF_OTHERS.contains(word)) {
                return Match.NONE;
            }
            if (protocol == TCP && word.equals("syn")) {
                return Match.EVERY;
            }
            if (protocol == 1 || protocol == 58) {
                var message = icmp(word, protocol);
                if (message != null) {
                    return message;
                }
            }
            if (word.equals("fragments")) {
                // Later fragments only: never the packet that opens a flow.
                return Match.NONE;
            }
            if (word.equals("reflect")) {
                at++;
                if (is("timeout")) {
                    at += 2;
                }
                return Match.EVERY;
            }
            if (word.equals("time-range")) {
                return gaps.unknown(where, Reason.TIME, "time-range " + next());
            }
            if (OTHER_FIELDS.contains(word)) {
                return gaps.unknown(where, Reason.UNKNOWN_MATCH, word + " " + next());
            }
            if (word.startsWith("!")) {
                at = words.size();
                return Match.EVERY;
            }
            at--;
            return rest();
        }

        private @Nullable Match icmp(String word, int protocol) {
            if (word.equals("object-group")) {
                return icmpGroup(where, next(), protocol, new HashSet<>());
            }
            var message = CiscoNames.icmp(word, protocol);
            if (message instanceof Match.Icmp(var types, var codes)
                    && codes.equals(Match.Icmp.ANY_CODE)
                    && more()
                    && words.get(at).matches("\\d{1,3}")
                    && Integer.parseInt(words.get(at)) <= 255) {
                return new Match.Icmp(types, PortRange.of(Integer.parseInt(next())));
            }
            return message;
        }
    }
}
