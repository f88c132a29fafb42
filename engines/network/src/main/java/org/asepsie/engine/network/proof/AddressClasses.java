package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Family;

/// Splits the addresses of a field by what a set says of them: addresses that lead to the same node are
/// treated alike. The set must test nothing above the field.
final class AddressClasses {
    private final Bdd bdd;
    private final Field field;
    private final Family family;
    private final Map<Integer, List<AddressBlock.Range>> classes = new LinkedHashMap<>();

    private AddressClasses(Bdd bdd, Field field, Family family) {
        this.bdd = bdd;
        this.field = field;
        this.family = family;
    }

    /// The ranges that lead to each node, both in rising order.
    static Map<Integer, List<AddressBlock.Range>> of(Bdd bdd, int set, Field field, Family family) {
        var split = new AddressClasses(bdd, field, family);
        split.walk(set, 0, 0, 0);
        return split.classes;
    }

    private void walk(int set, int depth, long high, long low) {
        if (bdd.level(set) >= field.first() + family.bits()) {
            add(set, first(depth, high, low), last(depth, high, low));
            return;
        }
        boolean tested = bdd.level(set) == field.first() + depth;
        long nextHigh = high << 1 | low >>> 63;
        walk(tested ? bdd.zero(set) : set, depth + 1, nextHigh, low << 1);
        walk(tested ? bdd.one(set) : set, depth + 1, nextHigh, low << 1 | 1);
    }

    private Address first(int depth, long high, long low) {
        int free = family.bits() - depth;
        if (family == Family.IPV4) {
            return Address.v4((int) (low << free));
        }
        if (free >= 64) {
            return Address.v6(free == 128 ? 0 : low << (free - 64), 0);
        }
        return free == 0 ? Address.v6(high, low) : Address.v6(high << free | low >>> (64 - free), low << free);
    }

    private Address last(int depth, long high, long low) {
        var first = first(depth, high, low);
        int free = family.bits() - depth;
        if (family == Family.IPV4) {
            return Address.v4((int) (first.low() | (1L << free) - 1));
        }
        long upper = free <= 64 ? 0 : free == 128 ? -1L : (1L << (free - 64)) - 1;
        long lower = free >= 64 ? -1L : (1L << free) - 1;
        return Address.v6(first.high() | upper, first.low() | lower);
    }

    private void add(int node, Address first, Address last) {
        var ranges = classes.computeIfAbsent(node, _ -> new ArrayList<>());
        if (!ranges.isEmpty() && ranges.getLast().last().next().equals(first)) {
            ranges.set(
                    ranges.size() - 1, new AddressBlock.Range(ranges.getLast().first(), last));
        } else {
            ranges.add(new AddressBlock.Range(first, last));
        }
    }
}
