package org.asepsie.engine.network.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;

/// The smallest box known to hold every packet that a rule perhaps matches: one interval for each field. Two rules
/// whose
/// boxes lie apart share no packet, which is told by a few comparisons where sets would need a diagram.
///
/// An address is one number: IPv4 first, then the leading 62 bits of IPv6. Marks have no interval.
final class Hull {
    static final int FIELDS = 7;
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int SOURCE = 2;
    private static final int DESTINATION = 3;
    private static final int DESTINATION_PORT = 4;
    private static final int SOURCE_PORT = 5;
    private static final int PROTOCOL = 6;
    private static final long LAST_IPV4 = 0xFFFF_FFFFL;
    private static final long FIRST_IPV6 = 1L << 33;
    private static final long LAST_IPV6 = FIRST_IPV6 + (-1L >>> 2);
    private static final long[] ALL = {65_535, 65_535, LAST_IPV6, LAST_IPV6, 65_535, 65_535, 255};

    private final long[] low;
    private final long[] high;
    /// Whether the match is certain and holds for every packet of the box.
    private boolean exact = true;

    private boolean empty;
    private boolean portsAsked;
    private boolean icmpAsked;

    private Hull() {
        this(new long[FIELDS], ALL.clone());
    }

    private Hull(long[] low, long[] high) {
        this.low = low;
        this.high = high;
    }

    static Hull of(Match match, View view, Vocabulary vocabulary) {
        var hull = new Hull();
        hull.narrow(match, view, vocabulary);
        hull.finish();
        return hull;
    }

    static Hull everything() {
        return new Hull();
    }

    /// Where both hold. Whatever is left of the two matches is no longer known to fill it.
    Hull within(Hull other) {
        var both = new Hull();
        both.exact = exact && other.exact;
        both.empty = empty || other.empty;
        for (int i = 0; i < FIELDS; i++) {
            both.low[i] = Math.max(low[i], other.low[i]);
            both.high[i] = Math.min(high[i], other.high[i]);
        }
        both.finish();
        return both;
    }

    /// A box that holds both.
    Hull with(Hull other) {
        if (empty || other.empty) {
            return empty ? other : this;
        }
        var all = new Hull();
        all.exact = false;
        for (int i = 0; i < FIELDS; i++) {
            all.low[i] = Math.min(low[i], other.low[i]);
            all.high[i] = Math.max(high[i], other.high[i]);
        }
        return all;
    }

    /// Whether it holds all of `other`.
    boolean holds(Hull other) {
        for (int i = 0; i < FIELDS; i++) {
            if (low[i] > other.low[i] || high[i] < other.high[i]) {
                return false;
            }
        }
        return !empty;
    }

    /// Whether it may share a packet with `other`.
    boolean meets(Hull other) {
        for (int i = 0; i < FIELDS; i++) {
            if (low[i] > other.high[i] || high[i] < other.low[i]) {
                return false;
            }
        }
        return !empty && !other.empty;
    }

    boolean isEmpty() {
        return empty;
    }

    boolean isExact() {
        return exact;
    }

    long low(int field) {
        return low[field];
    }

    long high(int field) {
        return high[field];
    }

    private void narrow(Match match, View view, Vocabulary vocabulary) {
        switch (match) {
            case Match.All(var parts) -> parts.forEach(it -> narrow(it, view, vocabulary));
            case Match.OneOf(var parts) -> oneOf(parts, view, vocabulary);
            case Match.Not(var part) -> {
                var inside = of(part, view, vocabulary);
                exact &= inside.empty;
            }
            case Match.OfFamily(var family) -> {
                clip(SOURCE, first(family), last(family));
                clip(DESTINATION, first(family), last(family));
            }
            case Match.Source(var addresses) -> addresses(SOURCE, addresses);
            case Match.Destination(var addresses) -> addresses(DESTINATION, addresses);
            case Match.Protocol(var first, var last) -> clip(PROTOCOL, first, last);
            case Match.SourcePort(var ports) -> ports(SOURCE_PORT, ports);
            case Match.DestinationPort(var ports) -> ports(DESTINATION_PORT, ports);
            case Match.Icmp(var types, var codes) -> {
                icmpAsked = true;
                exact &= types.equals(Match.Icmp.ANY_CODE) && codes.equals(Match.Icmp.ANY_CODE);
            }
            case Match.EntersBy(var name) -> byInterface(IN, name, view.entered(), vocabulary);
            case Match.LeavesBy(var name) -> byInterface(OUT, name, view.leaving(), vocabulary);
            case Match.Marked(var mark) -> {
                exact = false;
                empty |= vocabulary.mark(mark).isEmpty();
            }
            case Match.Unknown _ -> exact = false;
        }
    }

    private void oneOf(List<Match> parts, View view, Vocabulary vocabulary) {
        if (parts.size() == 1) {
            narrow(parts.getFirst(), view, vocabulary);
            return;
        }
        var first = new long[FIELDS];
        Arrays.fill(first, Long.MAX_VALUE);
        var last = new long[FIELDS];
        Arrays.fill(last, -1);
        for (var part : parts) {
            var it = of(part, view, vocabulary);
            for (int i = 0; i < FIELDS && !it.empty; i++) {
                first[i] = Math.min(first[i], it.low[i]);
                last[i] = Math.max(last[i], it.high[i]);
            }
        }
        for (int i = 0; i < FIELDS; i++) {
            clip(i, first[i], last[i]);
        }
        exact = false;
    }

    private void addresses(int field, Addresses addresses) {
        if (addresses.equals(Addresses.ALL)) {
            return;
        }
        long first = Long.MAX_VALUE;
        long last = -1;
        for (var block : addresses.blocks()) {
            switch (block) {
                case AddressBlock.Range(var begin, var end) -> {
                    first = Math.min(first, number(begin));
                    last = Math.max(last, number(end));
                    exact &= begin.family() == Family.IPV4 || alone(begin, end);
                }
                case AddressBlock.Masked masked -> {
                    first = Math.min(first, first(masked.family()));
                    last = Math.max(last, last(masked.family()));
                    exact = false;
                }
            }
        }
        exact &= addresses.blocks().size() == 1;
        clip(field, first, last);
    }

    /// Whether 62 bits tell the range from all others.
    private static boolean alone(Address begin, Address end) {
        return (begin.high() & 3) == 0 && begin.low() == 0 && (end.high() & 3) == 3 && end.low() == -1;
    }

    private void ports(int field, PortRange ports) {
        portsAsked = true;
        clip(field, ports.first(), ports.last());
    }

    private void byInterface(int field, String name, boolean seen, Vocabulary vocabulary) {
        if (!seen) {
            empty = true;
        } else if (!name.equals("*")) {
            var numbers = vocabulary.matching(name).toArray();
            empty |= numbers.length == 0;
            if (numbers.length > 0) {
                clip(field, numbers[0], numbers[numbers.length - 1]);
                exact &= numbers[numbers.length - 1] - numbers[0] == numbers.length - 1;
            }
        }
    }

    private void clip(int field, long first, long last) {
        low[field] = Math.max(low[field], first);
        high[field] = Math.min(high[field], last);
    }

    /// Ports ask for a protocol that has some, and both addresses are of one family.
    private void finish() {
        if (portsAsked) {
            clip(PROTOCOL, 6, 136);
            exact &= oneProtocolOf(6, 17, 33, 132, 136);
        }
        if (icmpAsked) {
            clip(PROTOCOL, 1, 58);
            exact &= oneProtocolOf(1, 58);
        }
        sameFamily(SOURCE, DESTINATION);
        sameFamily(DESTINATION, SOURCE);
        for (int i = 0; i < FIELDS; i++) {
            empty |= low[i] > high[i];
        }
    }

    private boolean oneProtocolOf(int... protocols) {
        return low[PROTOCOL] == high[PROTOCOL] && IntStream.of(protocols).anyMatch(it -> it == low[PROTOCOL]);
    }

    private void sameFamily(int known, int other) {
        if (high[known] <= LAST_IPV4) {
            clip(other, 0, LAST_IPV4);
        } else if (low[known] >= FIRST_IPV6) {
            clip(other, FIRST_IPV6, LAST_IPV6);
        }
    }

    private static long first(Family family) {
        return family == Family.IPV4 ? 0 : FIRST_IPV6;
    }

    private static long last(Family family) {
        return family == Family.IPV4 ? LAST_IPV4 : LAST_IPV6;
    }

    private static long number(Address address) {
        return address.family() == Family.IPV4 ? address.low() : FIRST_IPV6 + (address.high() >>> 2);
    }

    private static Address address(long number) {
        return number <= LAST_IPV4 ? Address.v4((int) number) : Address.v6((number - FIRST_IPV6) << 2, 0);
    }

    /// One packet of the box, `part` of the way from its lowest to its highest corner; of IPv4 if there is a choice.
    Sample sample(double part, Vocabulary vocabulary) {
        var at = new long[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            at[i] = Math.min(last(i), low[i] + (long) ((double) (last(i) - low[i]) * part));
        }
        return sample(at, vocabulary);
    }

    /// The packet of the box that is nearest to `other`.
    Sample sample(Sample other, Vocabulary vocabulary) {
        var at = new long[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            at[i] = Math.clamp(other.at().low[i], low[i], high[i]);
        }
        boolean oneFamily = (at[SOURCE] <= LAST_IPV4) == (at[DESTINATION] <= LAST_IPV4);
        return oneFamily ? sample(at, vocabulary) : sample(0, vocabulary);
    }

    private long last(int field) {
        boolean choice = low[SOURCE] <= LAST_IPV4 && (field == SOURCE || field == DESTINATION);
        return choice ? Math.min(high[field], LAST_IPV4) : high[field];
    }

    private static Sample sample(long[] numbers, Vocabulary vocabulary) {
        var at = new Hull(numbers, numbers);
        var packet = new Packet(
                Optional.of(vocabulary.name((int) numbers[IN])),
                Optional.of(vocabulary.name((int) numbers[OUT])),
                address(numbers[SOURCE]),
                address(numbers[DESTINATION]),
                (int) numbers[PROTOCOL],
                (int) numbers[SOURCE_PORT],
                (int) numbers[DESTINATION_PORT]);
        return new Sample(packet, at);
    }
}
