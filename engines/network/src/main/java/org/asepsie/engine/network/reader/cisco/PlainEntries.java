package org.asepsie.engine.network.reader.cisco;

import java.util.Arrays;
import java.util.List;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.reader.source.Figures;
import org.asepsie.engine.network.reader.source.InPlace;
import org.asepsie.engine.network.reader.source.NumberTable;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.jspecify.annotations.Nullable;

/// Entries of access lists that name no object: a protocol, addresses and ports as they are, perhaps `log` or
/// `established`. They mean the same whatever else the file holds, so they are read where they stand, at once. Of every
/// other entry nothing is said; it waits in words until all objects are known.
final class PlainEntries {
    /// Texts that are shown are shortened behind this.
    private static final int LONGEST = 300;

    private static final int MOST_DIGITS = 9;
    private static final int MOST_DIGITS_OF_A_PORT = 5;
    private static final Match TCP = new Match.Protocol(Protocols.TCP);
    private static final Match UDP = new Match.Protocol(Protocols.UDP);
    private static final Match ICMP = new Match.Protocol(Protocols.ICMP);

    private final ConfigText text;
    private final InPlace line;
    /// IOS writes wildcards (a one bit is free), ASA masks.
    private final boolean wildcards;

    private final NumberTable<Match> networks = new NumberTable<>();
    private final SpanTable<Integer> names = new SpanTable<>();
    private final Match[] parts = new Match[5];
    private int count;

    PlainEntries(ConfigText text, boolean wildcards) {
        this.text = text;
        this.wildcards = wildcards;
        line = new InPlace(text.whole());
    }

    /// Goes to the first word of a line, which is looked at with the place that is handed back.
    InPlace line(int number) {
        line.line(text.start(number), text.end(number));
        return line;
    }

    /// The entry whose action, or number, stands where the line is looked at; null if it is not plain.
    ///
    /// @param begin where the text of the line begins
    AccessLists.@Nullable Line entry(int begin, int number, boolean standard) {
        int sequence = sequence();
        boolean permits = line.take("permit");
        if (!permits && !line.take("deny") || line.end() - begin > LONGEST) {
            return null;
        }
        count = 0;
        var match = standard ? source() : extended();
        if (match == null) {
            return null;
        }
        var where = text.at(number);
        var words = text.whole().substring(begin, line.end());
        var rule = Rule.written(where, words, match, permits ? Action.ACCEPT : Action.DROP);
        return new AccessLists.Line(where, words, List.of(), sequence, rule);
    }

    /// The number before an entry, -1 if there is none.
    private int sequence() {
        int from = line.at();
        int sequence = line.number(Integer.MAX_VALUE);
        if (sequence >= 0 && line.at() - from <= MOST_DIGITS && line.endsWord()) {
            return sequence;
        }
        line.back(from);
        return -1;
    }

    private @Nullable Match source() {
        return add(address(true)) ? options(false) : null;
    }

    private @Nullable Match extended() {
        boolean tcp = line.take("tcp");
        var protocol =
                tcp ? TCP : line.take("udp") ? UDP : line.take("ip") ? Match.EVERY : line.take("icmp") ? ICMP : null;
        boolean plain =
                add(protocol) && add(address(true)) && add(ports(true)) && add(address(false)) && add(ports(false));
        return plain ? options(tcp) : null;
    }

    /// One more match that has to hold; false if there is none, because what stands here is not plain.
    private boolean add(@Nullable Match match) {
        if (match != null && !match.equals(Match.EVERY)) {
            parts[count++] = match;
        }
        return match != null;
    }

    /// All that was added, narrowed by what stands behind it; null if that is not plain.
    private @Nullable Match options(boolean tcp) {
        var match = count == 1 ? parts[0] : new Match.All(List.of(Arrays.copyOf(parts, count)));
        if (tcp && line.take("established")) {
            match = Match.all(match, Match.NONE);
        }
        return !line.more() || line.take("log") && !line.more() ? match : null;
    }

    /// `any`, `host 10.0.0.5`, `10.0.0.0 0.0.0.255`, `10.0.0.0/24`, `10.0.0.5`
    private @Nullable Match address(boolean source) {
        if (line.take("any")) {
            return Match.EVERY;
        }
        boolean host = line.take("host");
        long bits = line.address();
        boolean prefix = !host && line.take('/');
        int length = prefix ? line.number(32) : 32;
        if (bits < 0 || length < 0 || !line.endsWord()) {
            return null;
        }
        if (!host && !prefix && line.peek() >= '0' && line.peek() <= '9') {
            length = maskLength();
        }
        return length < 0 ? null : network(source, bits, length);
    }

    /// How many bits the mask that stands here fixes, -1 if they are not the first ones.
    private int maskLength() {
        long written = line.address();
        int mask = (int) (wildcards ? ~written : written);
        boolean leading = (~mask & ~mask + 1) == 0;
        return written >= 0 && leading && line.endsWord() ? Integer.bitCount(mask) : -1;
    }

    private Match network(boolean source, long bits, int length) {
        long key = Figures.key(source, false, bits, length);
        var known = networks.get(key);
        return known != null ? known : networks.put(key, Figures.network(source, false, bits, length));
    }

    /// `eq 22`, `range 1024 65535`, `gt 1023`, `lt 1024`, or nothing; several ports behind `eq` are not plain.
    private @Nullable Match ports(boolean source) {
        if (line.take("eq")) {
            int port = port();
            return between(source, port, port);
        }
        if (line.take("range")) {
            int first = port();
            int last = port();
            return first < 0 || last < 0 ? null : between(source, Math.min(first, last), Math.max(first, last));
        }
        if (line.take("gt")) {
            int port = port();
            return between(source, port < 0 ? -1 : port + 1, 65_535);
        }
        if (line.take("lt")) {
            return between(source, 0, port() - 1);
        }
        return Match.EVERY;
    }

    private static @Nullable Match between(boolean source, int first, int last) {
        if (first < 0 || first > last || last > 65_535) {
            return null;
        }
        return Figures.ports(source, false, first, last);
    }

    /// A port by number or name, -1 if it is none.
    private int port() {
        int from = line.at();
        int end = line.endOfWord();
        int port = line.number(65_535);
        if (port < 0 || line.at() < end || end - from > MOST_DIGITS_OF_A_PORT) {
            port = named(from, end);
        }
        line.back(end);
        return line.endsWord() ? port : -1;
    }

    private int named(int from, int end) {
        int hash = line.hash(from, end);
        var known = names.get(text.whole(), from, end, hash);
        if (known == null) {
            var name = text.whole().substring(from, end);
            known = CiscoNames.port(name).orElse(-1);
            names.put(name, hash, known);
        }
        return known;
    }
}
