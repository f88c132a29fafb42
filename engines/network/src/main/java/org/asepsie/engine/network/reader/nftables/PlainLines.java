package org.asepsie.engine.network.reader.nftables;

import java.util.Arrays;
import java.util.List;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.reader.source.Figures;
import org.asepsie.engine.network.reader.source.InPlace;
import org.asepsie.engine.network.reader.source.NumberTable;
import org.jspecify.annotations.Nullable;

/// Lines that hold one whole rule in the way `nft list ruleset` writes most of them: comparisons of a key with one
/// value,
/// counters, one verdict, a comment. They are read where they stand; of every other line nothing is said, and its words
/// are cut and read one by one.
final class PlainLines {
    private static final int MOST_MATCHES = 16;
    private static final Match IPV4 = new Match.OfFamily(Family.IPV4);
    private static final Match.Protocol TCP = new Match.Protocol(Protocols.TCP);
    private static final Match.Protocol UDP = new Match.Protocol(Protocols.UDP);

    private final ConfigText text;
    private final InPlace line;
    private final PlainClauses clauses;
    private final NumberTable<Match> networks = new NumberTable<>();
    private final NumberTable<Match> ports = new NumberTable<>();
    private final Match[] matches = new Match[MOST_MATCHES];
    private int count;
    private @Nullable Action action;
    private boolean commented;

    PlainLines(ConfigText text, Keys keys) {
        this.text = text;
        line = new InPlace(text.whole());
        clauses = new PlainClauses(text.whole(), line, keys);
    }

    /// The rule on line `number`, which calls other chains by their names alone; null if the line is not plain.
    @Nullable
    Rule read(int number) {
        line.line(text.start(number), text.end(number));
        int from = line.at();
        count = 0;
        action = null;
        commented = false;
        while (line.more()) {
            if (!part()) {
                return null;
            }
        }
        var end = action;
        if (end == null || commented && !line.isEven()) {
            return null;
        }
        var words = line.isEven() ? text.whole().substring(from, line.end()) : line.evened(from, line.end());
        return Rule.written(text.at(number), words, match(), end);
    }

    private Match match() {
        return switch (count) {
            case 0 -> Match.EVERY;
            case 1 -> matches[0];
            default -> new Match.All(List.of(Arrays.copyOf(matches, count)));
        };
    }

    private boolean part() {
        if (action != null) {
            return comment();
        }
        return switch (line.peek()) {
            case 'i' -> ip();
            case 't' -> transport("tcp", TCP);
            case 'u' -> transport("udp", UDP);
            case 'o', 'c', 'm', 'l', 'n', 'p', 's', 'd', 'a', 'r', 'j', 'g' -> counter() || verdict() || clause();
            default -> false;
        };
    }

    private boolean add(@Nullable Match match) {
        if (match == null || count == MOST_MATCHES) {
            return false;
        }
        matches[count++] = match;
        return true;
    }

    private boolean clause() {
        return add(clauses.take());
    }

    /// `ip saddr 10.0.0.0/8`, or what else of an IPv4 packet is to be compared.
    private boolean ip() {
        int from = line.at();
        boolean source = line.take("ip") && line.take("saddr");
        if (source || line.take("daddr")) {
            boolean not = line.take("!=");
            long bits = line.address();
            int length = bits < 0 ? -1 : line.take('/') ? line.number(32) : 32;
            if (length >= 0 && line.endsWord()) {
                return add(network(source, not, bits, length));
            }
        }
        line.back(from);
        return clause();
    }

    private Match network(boolean source, boolean not, long bits, int length) {
        long key = Figures.key(source, not, bits, length);
        var known = networks.get(key);
        return known != null ? known : networks.put(key, Match.all(IPV4, Figures.network(source, not, bits, length)));
    }

    /// `tcp dport 22`, `udp sport 1024-65535`, or what else of such a packet is to be compared.
    private boolean transport(String name, Match.Protocol protocol) {
        int from = line.at();
        boolean source = line.take(name) && line.take("sport");
        if (source || line.take("dport")) {
            boolean not = line.take("!=");
            int first = line.number(65_535);
            int last = first >= 0 && line.take('-') ? line.number(65_535) : first;
            if (first >= 0 && first <= last && line.endsWord()) {
                return add(ports(protocol, source, not, first, last));
            }
        }
        line.back(from);
        return clause();
    }

    private Match ports(Match.Protocol protocol, boolean source, boolean not, int first, int last) {
        if (first < last) {
            return Match.all(protocol, Figures.ports(source, not, first, last));
        }
        long key = Figures.key(source, not, first, protocol.first());
        var known = ports.get(key);
        return known != null ? known : ports.put(key, Match.all(protocol, Figures.ports(source, not, first, last)));
    }

    /// `counter packets 0 bytes 0`
    private boolean counter() {
        if (!line.take("counter")) {
            return false;
        }
        return !line.take("packets") || counted() && line.take("bytes") && counted();
    }

    private boolean counted() {
        int from = line.at();
        while (line.peek() >= '0' && line.peek() <= '9') {
            line.take(line.peek());
        }
        return line.at() > from && line.endsWord();
    }

    private boolean verdict() {
        switch (line.peek()) {
            case 'a' -> action = line.take("accept") ? Action.ACCEPT : null;
            case 'd' -> action = line.take("drop") ? Action.DROP : null;
            case 'r' -> action = line.take("return") ? Action.RETURN : null;
            case 'c' -> action = line.take("continue") ? Action.CONTINUE : null;
            case 'j' -> action = line.take("jump") ? called(false) : null;
            case 'g' -> action = line.take("goto") ? called(true) : null;
            default -> {}
        }
        return action != null;
    }

    private @Nullable Action called(boolean goes) {
        int end = line.endOfWord();
        var chain = text.whole().substring(line.at(), end);
        if (!PlainClauses.isName(chain, 0, chain.length())) {
            return null;
        }
        line.back(end);
        line.endsWord();
        return goes ? new Action.Goto(chain) : new Action.Jump(chain);
    }

    /// `comment "…"` at the end. Quotes know no escapes here.
    private boolean comment() {
        if (!line.take("comment") || !line.take('"')) {
            return false;
        }
        commented = true;
        while (line.more() && line.peek() != '"') {
            line.take(line.peek());
        }
        return line.take('"') && !line.more();
    }
}
