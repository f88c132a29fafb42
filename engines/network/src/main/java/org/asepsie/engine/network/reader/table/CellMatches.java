package org.asepsie.engine.network.reader.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
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

/// What the cells of a table say about packets. A cell that comes again is read once, unless it is told as a gap on
/// each of its lines.
final class CellMatches {
    private static final List<String> ANY = List.of("", "*", "any", "all", "tous", "toutes", "tout");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;|]+");

    private final Gaps gaps;
    private final Map<String, Match> sources = new HashMap<>();
    private final Map<String, Match> destinations = new HashMap<>();
    private final Map<String, Match> services = new HashMap<>();

    CellMatches(Gaps gaps) {
        this.gaps = gaps;
    }

    Gaps gaps() {
        return gaps;
    }

    Match source(Position where, String cell) {
        return remembered(sources, cell, () -> addressesOf(where, cell, Match.Source::new));
    }

    Match destination(Position where, String cell) {
        return remembered(destinations, cell, () -> addressesOf(where, cell, Match.Destination::new));
    }

    Match services(Position where, String cell) {
        return remembered(services, cell, () -> servicesOf(where, cell));
    }

    Match enteringBy(String cell) {
        return cell.isEmpty() ? Match.EVERY : interfacesOf(cell, Match.EntersBy::new);
    }

    Match leavingBy(String cell) {
        return cell.isEmpty() ? Match.EVERY : interfacesOf(cell, Match.LeavesBy::new);
    }

    private Match remembered(Map<String, Match> known, String cell, Supplier<Match> reading) {
        var match = known.get(cell);
        if (match == null) {
            var told = gaps.count();
            match = reading.get();
            if (gaps.count() == told) {
                known.put(cell, match);
            }
        }
        return match;
    }

    private static List<String> items(String cell) {
        var words = cell.strip();
        for (var at = 0; at < words.length(); at++) {
            var letter = words.charAt(at);
            if (letter <= ' ' || letter == ',' || letter == ';' || letter == '|') {
                return List.of(SEPARATORS.split(words));
            }
        }
        return List.of(words);
    }

    private Match addressesOf(Position where, String cell, Function<Addresses, Match> side) {
        if (ANY.contains(TableReader.plain(cell))) {
            return Match.EVERY;
        }
        var parts = new ArrayList<Match>();
        for (var item : items(cell)) {
            try {
                var dash = item.indexOf('-');
                var block = dash < 0
                        ? Prefix.of(item).block()
                        : new AddressBlock.Range(
                                Address.of(item.substring(0, dash)), Address.of(item.substring(dash + 1)));
                parts.add(side.apply(Addresses.of(block)));
            } catch (IllegalArgumentException _) {
                parts.add(gaps.unknown(where, Reason.UNDEFINED, item));
            }
        }
        return Match.oneOf(parts);
    }

    private Match servicesOf(Position where, String cell) {
        if (ANY.contains(TableReader.plain(cell))) {
            return Match.EVERY;
        }
        var parts = new ArrayList<Match>();
        for (var item : items(cell)) {
            parts.add(service(where, item.toLowerCase(Locale.ROOT)));
        }
        return Match.oneOf(parts);
    }

    /// `tcp/443`, `udp/8000-8010`, `icmp`, or a protocol by its number as `ip/47`.
    private Match service(Position where, String item) {
        var slash = item.indexOf('/');
        var name = slash < 0 ? item : item.substring(0, slash);
        try {
            if (name.equals("ip") && slash > 0) {
                return new Match.Protocol(Integer.parseInt(item.substring(slash + 1)));
            }
            var protocol = Protocols.number(name);
            if (protocol.isPresent() && !Character.isDigit(name.charAt(0))) {
                var match = new Match.Protocol(protocol.getAsInt());
                return slash < 0
                        ? match
                        : Match.all(match, new Match.DestinationPort(range(item.substring(slash + 1))));
            }
        } catch (IllegalArgumentException _) {
            // Falls through to the report: a number that is none.
        }
        return gaps.unknown(where, Reason.UNDEFINED, item);
    }

    private static PortRange range(String text) {
        var dash = text.indexOf('-');
        return dash < 0
                ? PortRange.of(Integer.parseInt(text))
                : new PortRange(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    private static Match interfacesOf(String cell, Function<String, Match> side) {
        return ANY.contains(TableReader.plain(cell))
                ? Match.EVERY
                : Match.oneOf(items(cell).stream().map(side).toList());
    }
}
