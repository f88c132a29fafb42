package org.asepsie.engine.network.packets;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;

/// Builds the sets of packets that one field decides. Repeated prefixes, ranges and ports are built
/// once.
public final class Sets {
    /// Protocols whose header begins with two ports: TCP, UDP, DCCP, SCTP, UDP-Lite (IANA protocol
    /// numbers).
    private static final int[] WITH_PORTS = {6, 17, 33, 132, 136};

    private final Bdd bdd;
    private final Map<Key, Integer> built = new HashMap<>();
    private final int ipv4;
    private final int ipv6;
    private final int ports;
    private final int icmp;

    private record Key(Field field, Object value) {}

    public Sets(int limit) {
        bdd = new Bdd(Field.LEVELS, limit);
        ipv4 = bdd.node(Field.FAMILY.first(), Bdd.ALL, Bdd.NONE);
        ipv6 = bdd.node(Field.FAMILY.first(), Bdd.NONE, Bdd.ALL);
        int some = Bdd.NONE;
        for (int protocol : WITH_PORTS) {
            some = bdd.or(some, protocol(protocol, protocol));
        }
        ports = some;
        icmp = bdd.or(protocol(1, 1), protocol(58, 58));
    }

    public Bdd bdd() {
        return bdd;
    }

    public int family(Family family) {
        return family == Family.IPV4 ? ipv4 : ipv6;
    }

    public int protocol(int first, int last) {
        return range(Field.PROTOCOL, first, last);
    }

    /// Packets that have ports, and whose port in `field` is in the range.
    public int port(Field field, PortRange range) {
        return bdd.and(range(field, range.first(), range.last()), ports);
    }

    public int icmp(PortRange types, PortRange codes) {
        int type = range(Field.DESTINATION_PORT.low(8), types.first(), Math.min(types.last(), 255));
        int code = range(Field.SOURCE_PORT.low(8), codes.first(), Math.min(codes.last(), 255));
        return bdd.and(bdd.and(type, code), icmp);
    }

    /// Packets whose `field` holds a number from `first` to `last`, both included.
    public int range(Field field, int first, int last) {
        return once(new Key(field, new PortRange(first, last)), () -> between(field, first, last));
    }

    /// Not `computeIfAbsent`: a union asks for its blocks while it is made.
    private int once(Key key, IntSupplier make) {
        var known = built.get(key);
        if (known == null) {
            known = make.getAsInt();
            built.put(key, known);
        }
        return known;
    }

    private int between(Field field, int first, int last) {
        return bdd.and(atLeast(field, first, field.bits()), atMost(field, last, field.bits()));
    }

    private int atLeast(Field field, int first, int bits) {
        int set = Bdd.ALL;
        for (int i = 0; i < bits; i++) {
            int level = field.end() - 1 - i;
            set = (first >>> i & 1) == 1 ? bdd.node(level, Bdd.NONE, set) : bdd.node(level, set, Bdd.ALL);
        }
        return set;
    }

    private int atMost(Field field, int last, int bits) {
        int set = Bdd.ALL;
        for (int i = 0; i < bits; i++) {
            int level = field.end() - 1 - i;
            set = (last >>> i & 1) == 1 ? bdd.node(level, Bdd.ALL, set) : bdd.node(level, set, Bdd.NONE);
        }
        return set;
    }

    /// Packets whose address in `field` is one of `addresses`; their family follows from it.
    public int addresses(Field field, Addresses addresses) {
        return once(new Key(field, addresses), () -> union(field, addresses));
    }

    /// Unites halves with halves: the union of n blocks costs n log n, not n².
    private int union(Field field, Addresses addresses) {
        var parts = addresses.blocks().stream().mapToInt(it -> block(field, it)).toArray();
        for (int step = 1; step < parts.length; step *= 2) {
            for (int i = 0; i + step < parts.length; i += 2 * step) {
                parts[i] = bdd.or(parts[i], parts[i + step]);
            }
        }
        return parts.length == 0 ? Bdd.NONE : parts[0];
    }

    public int block(Field field, AddressBlock block) {
        return once(new Key(field, block), () -> switch (block) {
            case AddressBlock.Range(var first, var last) ->
                bdd.and(family(first.family()), bdd.and(atLeast(field, first), atMost(field, last)));
            case AddressBlock.Masked(var value, var mask) ->
                bdd.and(family(value.family()), masked(field, value, mask));
        });
    }

    private int atLeast(Field field, Address first) {
        int set = Bdd.ALL;
        for (int i = first.family().bits() - 1; i >= 0; i--) {
            int level = field.first() + i;
            set = first.bit(i) ? bdd.node(level, Bdd.NONE, set) : bdd.node(level, set, Bdd.ALL);
        }
        return set;
    }

    private int atMost(Field field, Address last) {
        int set = Bdd.ALL;
        for (int i = last.family().bits() - 1; i >= 0; i--) {
            int level = field.first() + i;
            set = last.bit(i) ? bdd.node(level, Bdd.ALL, set) : bdd.node(level, set, Bdd.NONE);
        }
        return set;
    }

    private int masked(Field field, Address value, Address mask) {
        int set = Bdd.ALL;
        for (int i = value.family().bits() - 1; i >= 0; i--) {
            if (mask.bit(i)) {
                int level = field.first() + i;
                set = value.bit(i) ? bdd.node(level, Bdd.NONE, set) : bdd.node(level, set, Bdd.NONE);
            }
        }
        return set;
    }

    /// The single path that fixes the leading bits of `field` to those of `prefix`, without its family:
    /// for [Bdd#set].
    public int leading(Field field, Prefix prefix) {
        int set = Bdd.ALL;
        for (int i = prefix.length() - 1; i >= 0; i--) {
            int level = field.first() + i;
            set = prefix.network().bit(i) ? bdd.node(level, Bdd.NONE, set) : bdd.node(level, set, Bdd.NONE);
        }
        return set;
    }

    /// The single path that fixes `field` to `number`.
    public int exactly(Field field, int number) {
        return range(field, number, number);
    }

    /// Whether `set` holds the packet; `in` and `out` are the numbers of its interfaces. It carries no
    /// mark.
    public boolean holds(int set, Packet packet, int in, int out) {
        int at = set;
        while (at > Bdd.ALL) {
            at = bit(packet, in, out, bdd.level(at)) ? bdd.one(at) : bdd.zero(at);
        }
        return at == Bdd.ALL;
    }

    private static boolean bit(Packet packet, int in, int out, int level) {
        if (level >= Field.PROTOCOL.first()) {
            return bit(packet.protocol(), Field.PROTOCOL, level);
        } else if (level >= Field.SOURCE_PORT.first()) {
            return bit(packet.sourcePort(), Field.SOURCE_PORT, level);
        } else if (level >= Field.DESTINATION_PORT.first()) {
            return bit(packet.destinationPort(), Field.DESTINATION_PORT, level);
        } else if (level >= Field.DESTINATION.first()) {
            return packet.destination().bit(level - Field.DESTINATION.first());
        } else if (level >= Field.SOURCE.first()) {
            return packet.source().bit(level - Field.SOURCE.first());
        } else if (level >= Field.FAMILY.first()) {
            return packet.family() == Family.IPV6;
        } else if (level >= Field.OUT.first()) {
            return bit(out, Field.OUT, level);
        }
        return level >= Field.IN.first() && bit(in, Field.IN, level);
    }

    private static boolean bit(int number, Field field, int level) {
        return (number >>> (field.end() - 1 - level) & 1) == 1;
    }

    /// Packets that carry the mark number `mark`.
    public int mark(int mark) {
        return bdd.node(Field.MARKS.first() + mark, Bdd.NONE, Bdd.ALL);
    }
}
