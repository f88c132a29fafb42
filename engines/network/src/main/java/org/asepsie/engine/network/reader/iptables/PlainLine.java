package org.asepsie.engine.network.reader.iptables;

import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.reader.source.InPlace;
import org.asepsie.engine.network.reader.source.NumberTable;
import org.jspecify.annotations.Nullable;

/// The plain parts of a rule, as `iptables-save` writes most of them: `-A`, IPv4 networks and ports in figures, and
/// clauses that were met before. They are read where they stand; what is not plain is left to those who know every way.
final class PlainLine {
    private final String text;
    private final InPlace line;
    private final Clause.Known known;
    private final MatchParser matches;
    private final TargetParser targets;
    private final NumberTable<Match> networks = new NumberTable<>();
    private final NumberTable<Match> ports = new NumberTable<>();
    private String chain = "";

    PlainLine(String text, Clause.Known known, MatchParser matches, TargetParser targets) {
        this.text = text;
        this.line = new InPlace(text);
        this.known = known;
        this.matches = matches;
        this.targets = targets;
    }

    /// Whether the line between these places begins with `-A` and a chain, which are taken then.
    boolean appends(int from, int to) {
        line.line(from, to);
        return line.take("-A") && chain();
    }

    String chainName() {
        return chain;
    }

    /// Where to go on.
    int at() {
        return line.at();
    }

    /// Reads the plain clauses that stand from `place` on.
    ///
    /// @return whether nothing is left behind them
    boolean clauses(int place) {
        line.back(place);
        while (line.more()) {
            int from = line.at();
            if (!clause()) {
                line.back(from);
                return false;
            }
        }
        return true;
    }

    /// Rules of a chain mostly stand together.
    private boolean chain() {
        if (!chain.isEmpty() && line.take(chain)) {
            return true;
        }
        int end = line.endOfWord();
        var name = text.substring(line.at(), end);
        if (name.isEmpty() || name.indexOf('"') >= 0 || name.indexOf('\t') >= 0) {
            return false;
        }
        chain = name;
        line.back(end);
        return line.endsWord();
    }

    private boolean clause() {
        int from = line.at();
        boolean not = line.take("!");
        if (line.take("-s")) {
            return network(true, not) || known(from);
        }
        if (line.take("-d")) {
            return network(false, not) || known(from);
        }
        if (line.take("--dport")) {
            return ports(false, not) || known(from);
        }
        if (line.take("--sport")) {
            return ports(true, not) || known(from);
        }
        return known(from);
    }

    private boolean add(@Nullable Match match) {
        matches.add(match);
        return true;
    }

    private boolean network(boolean source, boolean not) {
        long bits = line.address();
        int length = bits < 0 ? -1 : line.take('/') ? line.number(32) : 32;
        if (length < 0 || !line.endsWord()) {
            return false;
        }
        long key = bits << 8 | length << 2 | (source ? 2 : 0) | (not ? 1 : 0);
        var met = networks.get(key);
        return add(met != null ? met : networks.put(key, newNetwork(source, not, (int) bits, length)));
    }

    private static Match newNetwork(boolean source, boolean not, int bits, int length) {
        var addresses = Addresses.of(new Prefix(Address.v4(bits), length).block());
        var side = source ? new Match.Source(addresses) : new Match.Destination(addresses);
        return not ? Match.not(side) : side;
    }

    private boolean ports(boolean source, boolean not) {
        int first = line.number(65_535);
        int last = first >= 0 && line.take(':') ? line.number(65_535) : first;
        if (first < 0 || first > last || !line.endsWord()) {
            return false;
        }
        if (first < last) {
            return add(newPorts(source, not, first, last));
        }
        long key = first << 2 | (source ? 2 : 0) | (not ? 1 : 0);
        var met = ports.get(key);
        return add(met != null ? met : ports.put(key, newPorts(source, not, first, last)));
    }

    private static Match newPorts(boolean source, boolean not, int first, int last) {
        var range = new PortRange(first, last);
        var side = source ? new Match.SourcePort(range) : new Match.DestinationPort(range);
        return not ? Match.not(side) : side;
    }

    /// A clause that was understood on an earlier line.
    private boolean known(int from) {
        int to = Clause.end(text, from, line.end());
        var clause = to < 0 ? null : known.at(text, from, to, line.hash(from, to));
        if (clause == null) {
            return false;
        }
        targets.aim(clause.target());
        line.back(to);
        return line.endsWord() && add(clause.match());
    }
}
