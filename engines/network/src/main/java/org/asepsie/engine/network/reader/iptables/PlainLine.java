package org.asepsie.engine.network.reader.iptables;

import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.reader.source.Figures;
import org.asepsie.engine.network.reader.source.InPlace;
import org.asepsie.engine.network.reader.source.NumberTable;

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

    private boolean network(boolean source, boolean not) {
        long bits = line.address();
        int length = bits < 0 ? -1 : line.take('/') ? line.number(32) : 32;
        if (length < 0 || !line.endsWord()) {
            return false;
        }
        long key = Figures.key(source, not, bits, length);
        var met = networks.get(key);
        matches.add(met != null ? met : networks.put(key, Figures.network(source, not, bits, length)));
        return true;
    }

    private boolean ports(boolean source, boolean not) {
        int first = line.number(65_535);
        int last = first >= 0 && line.take(':') ? line.number(65_535) : first;
        if (first < 0 || first > last || !line.endsWord()) {
            return false;
        }
        long key = Figures.key(source, not, first, 0);
        var met = first < last ? null : ports.get(key);
        if (met == null) {
            met = Figures.ports(source, not, first, last);
            if (first == last) {
                ports.put(key, met);
            }
        }
        matches.add(met);
        return true;
    }

    /// A clause that was understood on an earlier line.
    private boolean known(int from) {
        int to = Clause.end(text, from, line.end());
        var clause = to < 0 ? null : known.at(text, from, to, line.hash(from, to));
        if (clause == null) {
            return false;
        }
        targets.aim(clause.target());
        matches.add(clause.match());
        line.back(to);
        return line.endsWord();
    }
}
