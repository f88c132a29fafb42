package org.asepsie.engine.network.reader.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.asepsie.engine.network.reader.source.PlaceTable;

/// What the cells of a table say about packets. A cell that comes again is read once, unless it is told as a gap on
/// each of its lines.
final class CellMatches {
    private static final List<String> ANY = List.of("", "*", "any", "all", "tous", "toutes", "tout");
    private static final int LONGEST_ANY = 6;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;|]+");

    private final Gaps gaps;
    private final PlaceTable<Match> sources = new PlaceTable<>();
    private final PlaceTable<Match> destinations = new PlaceTable<>();
    private final PlaceTable<Match> services = new PlaceTable<>();
    private final PlaceTable<Match> entrances = new PlaceTable<>();
    private final PlaceTable<Match> exits = new PlaceTable<>();

    CellMatches(Gaps gaps) {
        this.gaps = gaps;
    }

    /// What the cells of a rule say together.
    Match of(Position where, Row row) {
        var parts = new ArrayList<Match>(5);
        add(parts, read(where, row, Column.SOURCE, sources));
        add(parts, read(where, row, Column.DESTINATION, destinations));
        add(parts, read(where, row, Column.SERVICE, services));
        add(parts, read(where, row, Column.IN, entrances));
        add(parts, read(where, row, Column.OUT, exits));
        return Match.all(parts);
    }

    private static void add(List<Match> parts, Match match) {
        if (!match.equals(Match.EVERY)) {
            parts.add(match);
        }
    }

    private Match read(Position where, Row row, Column column, PlaceTable<Match> known) {
        if (row.isEmpty(column)) {
            return Match.EVERY;
        }
        var match = row.in(known, column);
        if (match == null) {
            int told = gaps.count();
            match = meaning(where, column, row.cell(column));
            if (gaps.count() == told) {
                row.keep(known, column, match);
            }
        }
        return match;
    }

    private Match meaning(Position where, Column column, String cell) {
        if (cell.length() <= LONGEST_ANY && ANY.contains(Column.plain(cell))) {
            return Match.EVERY;
        }
        return switch (column) {
            case SOURCE -> addressesOf(where, cell, Match.Source::new);
            case DESTINATION -> addressesOf(where, cell, Match.Destination::new);
            case SERVICE -> servicesOf(where, cell);
            case IN -> oneOf(cell, Match.EntersBy::new);
            case OUT -> oneOf(cell, Match.LeavesBy::new);
            case ACTION, ACTIVE, NOTE -> throw new IllegalArgumentException("says nothing about packets: " + column);
        };
    }

    /// One of the items that a cell holds; nearly every cell holds one.
    private static Match oneOf(String cell, Function<String, Match> meaning) {
        for (int at = 0; at < cell.length(); at++) {
            char letter = cell.charAt(at);
            if (letter <= ' ' || letter == ',' || letter == ';' || letter == '|') {
                var parts = new ArrayList<Match>();
                for (var item : SEPARATORS.split(cell)) {
                    parts.add(meaning.apply(item));
                }
                return Match.oneOf(parts);
            }
        }
        return meaning.apply(cell);
    }

    private Match addressesOf(Position where, String cell, Function<Addresses, Match> side) {
        return oneOf(cell, it -> addressesOfItem(where, it, side));
    }

    private Match addressesOfItem(Position where, String item, Function<Addresses, Match> side) {
        try {
            var dash = item.indexOf('-');
            var block = dash < 0
                    ? Prefix.of(item).block()
                    : new AddressBlock.Range(Address.of(item.substring(0, dash)), Address.of(item.substring(dash + 1)));
            return side.apply(Addresses.of(block));
        } catch (IllegalArgumentException _) {
            return gaps.unknown(where, Reason.UNDEFINED, item);
        }
    }

    private Match servicesOf(Position where, String cell) {
        return oneOf(cell, it -> service(where, it.toLowerCase(Locale.ROOT)));
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
                : new PortRange(
                        Integer.parseInt(text, 0, dash, 10), Integer.parseInt(text, dash + 1, text.length(), 10));
    }
}
