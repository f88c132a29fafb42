package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;

/// The ports of an entry, behind an address or in a service.
final class EntryPorts {
    private static final Set<String> OPERATORS = Set.of("eq", "neq", "gt", "lt", "range");

    private final EntryParser parser;
    private final EntryWords words;

    EntryPorts(EntryParser parser, EntryWords words) {
        this.parser = parser;
        this.words = words;
    }

    boolean begin() {
        return OPERATORS.contains(words.peek());
    }

    /// Ports, a group of them, or none: then every one.
    Match ifWritten(Function<PortRange, Match> side) {
        if (begin()) {
            return ports(side);
        }
        var group = words.second();
        if (words.is("object-group") && parser.groups().isServiceAlone(group)) {
            words.skip(2);
            return parser.groups().ports(words.where(), group, side);
        }
        return Match.EVERY;
    }

    Match ports(Function<PortRange, Match> side) {
        var operator = words.next();
        var first = CiscoNames.port(words.next());
        if (first.isEmpty()) {
            words.skip(-2);
            return words.rest();
        }
        var port = first.getAsInt();
        switch (operator) {
            case "eq", "neq" -> {
                var ports = new ArrayList<Match>(List.of(side.apply(PortRange.of(port))));
                for (var next = CiscoNames.port(words.peek());
                        words.more() && next.isPresent();
                        next = CiscoNames.port(words.peek())) {
                    ports.add(side.apply(PortRange.of(next.getAsInt())));
                    words.skip(1);
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
                var last = CiscoNames.port(words.next());
                if (last.isEmpty()) {
                    words.skip(-1);
                    return words.rest();
                }
                return side.apply(new PortRange(Math.min(port, last.getAsInt()), Math.max(port, last.getAsInt())));
            }
        }
    }
}
