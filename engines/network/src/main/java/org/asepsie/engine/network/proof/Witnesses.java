package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Traffic;

/// Picks one packet of a set, one that a person can read if there is one: IPv4, TCP, a known port, the
/// first host of the zone.
final class Witnesses {
    /// Services an administrator looks for first: web, remote access, files, databases, names, mail,
    /// imaging.
    private static final int[] PORTS = {443, 80, 22, 3389, 445, 53, 25, 104, 161, 123};

    private final Sets sets;
    private final Bdd bdd;
    private final Vocabulary vocabulary;
    private final int[] readable;

    Witnesses(Sets sets, Vocabulary vocabulary) {
        this.sets = sets;
        this.bdd = sets.bdd();
        this.vocabulary = vocabulary;
        var wishes = new ArrayList<Integer>();
        wishes.add(sets.family(Family.IPV4));
        wishes.add(sets.protocol(6, 6));
        wishes.add(sets.port(Field.SOURCE_PORT, PortRange.of(40_000)));
        wishes.add(sets.protocol(17, 17));
        for (int port : PORTS) {
            wishes.add(sets.port(Field.DESTINATION_PORT, PortRange.of(port)));
        }
        // An unnamed interface is the last choice.
        wishes.add(bdd.not(sets.exactly(Field.IN, 0)));
        wishes.add(bdd.not(sets.exactly(Field.OUT, 0)));
        readable = wishes.stream().mapToInt(Integer::intValue).toArray();
    }

    /// @param set not empty
    Packet pick(int set, Traffic traffic, Addresses from, Addresses to) {
        int chosen = set;
        for (int wish : readable) {
            chosen = prefer(chosen, wish);
        }
        for (int number : new int[] {1, 2}) {
            chosen = prefer(chosen, host(Field.SOURCE, from, number));
            chosen = prefer(chosen, host(Field.DESTINATION, to, number));
        }
        return read(chosen, traffic);
    }

    private int prefer(int set, int wish) {
        int both = bdd.and(set, wish);
        return both == Bdd.NONE ? set : both;
    }

    /// Often the first host of a network is its router, which is not always meant: then the second is tried.
    private int host(Field field, Addresses addresses, int number) {
        if (addresses.blocks().isEmpty()) {
            return Bdd.ALL;
        }
        if (addresses.equals(Addresses.ALL)) {
            return sets.block(field, Prefix.of("10.0.0.0/8").block());
        }
        return switch (addresses.blocks().getFirst()) {
            case AddressBlock.Range(var first, var last) ->
                sets.block(field, AddressBlock.host(first.equals(last) ? first : host(first, last, number)));
            case AddressBlock.Masked masked -> sets.block(field, masked);
        };
    }

    private static Address host(Address first, Address last, int number) {
        var host = first.next();
        return number == 1 || host.equals(last) ? host : host.next();
    }

    /// Follows a path to [Bdd#ALL], going to 0 wherever that is possible; what the path leaves open is 0.
    private Packet read(int set, Traffic traffic) {
        var ones = new boolean[bdd.levels()];
        int at = set;
        while (at > Bdd.ALL) {
            boolean one = bdd.zero(at) == Bdd.NONE;
            ones[bdd.level(at)] = one;
            at = one ? bdd.one(at) : bdd.zero(at);
        }
        var family = ones[Field.FAMILY.first()] ? Family.IPV6 : Family.IPV4;
        var in = vocabulary.name(number(ones, Field.IN.first(), Field.IN.bits()));
        var out = vocabulary.name(number(ones, Field.OUT.first(), Field.OUT.bits()));
        return new Packet(
                traffic == Traffic.FROM_DEVICE ? Optional.empty() : Optional.of(in),
                traffic == Traffic.TO_DEVICE ? Optional.empty() : Optional.of(out),
                address(ones, Field.SOURCE, family),
                address(ones, Field.DESTINATION, family),
                number(ones, Field.PROTOCOL.first(), Field.PROTOCOL.bits()),
                number(ones, Field.SOURCE_PORT.first(), Field.SOURCE_PORT.bits()),
                number(ones, Field.DESTINATION_PORT.first(), Field.DESTINATION_PORT.bits()));
    }

    private static Address address(boolean[] ones, Field field, Family family) {
        if (family == Family.IPV4) {
            return Address.v4(number(ones, field.first(), 32));
        }
        return Address.v6(wide(ones, field.first()), wide(ones, field.first() + 64));
    }

    private static int number(boolean[] ones, int first, int bits) {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            number = number << 1 | (ones[first + i] ? 1 : 0);
        }
        return number;
    }

    private static long wide(boolean[] ones, int first) {
        return (long) number(ones, first, 32) << 32 | Integer.toUnsignedLong(number(ones, first + 32, 32));
    }

    static List<Line> lines(Optional<List<Line>> found) {
        return found.orElse(List.of());
    }
}
