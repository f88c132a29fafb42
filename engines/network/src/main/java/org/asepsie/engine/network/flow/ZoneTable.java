package org.asepsie.engine.network.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Prefix;
import org.jspecify.annotations.Nullable;

/// Which zone an address belongs to: the zone with the longest prefix around it, for IPv4 and IPv6.
///
/// Built in O(n log n) for n prefixes. An answer costs one array access for nearly every IPv4 address (a
/// table by the upper 16 bits, 256 KiB) and a binary search for the others. Immutable.
public final class ZoneTable {
    /// The name under which addresses outside every declared block are counted: missing is not "internet".
    public static final String OUTSIDE = "";

    /// The upper bits of an IPv4 address do not decide: search.
    private static final int UNDECIDED = -1;

    private final List<String> names;
    private final Intervals ipv4;
    private final Intervals ipv6;
    private final int[] byUpperBits = new int[1 << 16];

    private ZoneTable(List<String> names, Intervals ipv4, Intervals ipv6) {
        this.names = names;
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        for (var upper = 0; upper < byUpperBits.length; upper++) {
            var first = ipv4.indexOf(0, (long) upper << 16);
            var last = ipv4.indexOf(0, (long) upper << 16 | 0xffff);
            byUpperBits[upper] = first == last ? ipv4.zones[first] : UNDECIDED;
        }
    }

    /// Zones in the order given; each has any number of blocks.
    ///
    /// @throws IllegalArgumentException if one block is claimed by two zones
    public static ZoneTable of(Map<String, ? extends Collection<Prefix>> zones) {
        var names = new ArrayList<String>();
        names.add(OUTSIDE);
        var owners = new LinkedHashMap<Prefix, Integer>();
        zones.forEach((name, prefixes) -> {
            names.add(name);
            for (var prefix : prefixes) {
                var other = owners.putIfAbsent(prefix, names.size() - 1);
                if (other != null && other != names.size() - 1) {
                    throw new IllegalArgumentException("%s is claimed by the zones \"%s\" and \"%s\": keep it in one"
                            .formatted(prefix, names.get(other), name));
                }
            }
        });
        if (names.size() > MOST_ZONES) {
            throw new IllegalArgumentException("%d zones are too many: at most %d".formatted(zones.size(), MOST_ZONES));
        }
        return new ZoneTable(List.copyOf(names), Intervals.of(owners, Family.IPV4), Intervals.of(owners, Family.IPV6));
    }

    /// So that two zones, a protocol and a port fit into one key of 64 bits.
    static final int MOST_ZONES = 4_096;

    int count() {
        return names.size();
    }

    String name(int zone) {
        return names.get(zone);
    }

    /// The name of the zone of `address`, or [#OUTSIDE].
    public String zoneOf(Address address) {
        var table = address.family() == Family.IPV4 ? ipv4 : ipv6;
        return names.get(table.zones[table.indexOf(address.high(), address.low())]);
    }

    int indexOf(AddressDigits address) {
        if (!address.isIpv4()) {
            return ipv6.zones[ipv6.indexOf(address.high, address.low)];
        }
        var zone = byUpperBits[(int) (address.low >>> 16) & 0xffff];
        return zone == UNDECIDED ? ipv4.zones[ipv4.indexOf(0, address.low & 0xffff_ffffL)] : zone;
    }

    /// The address line cut wherever the answer changes: interval `i` runs from its start to the next one's.
    private record Intervals(long[] highs, long[] lows, int[] zones) {
        private record Claim(Prefix prefix, int zone) {}

        private record Cut(Address start, int zone) {}

        static Intervals of(Map<Prefix, Integer> owners, Family family) {
            var claims = new ArrayList<Claim>();
            owners.forEach((prefix, zone) -> {
                if (prefix.family() == family) {
                    claims.add(new Claim(prefix, zone));
                }
            });
            claims.sort(Comparator.comparing((Claim it) -> it.prefix().first())
                    .thenComparing(it -> it.prefix().length()));
            var cuts = new ArrayList<Cut>();
            cuts.add(new Cut(new Address(family, 0, 0), 0));
            var open = new ArrayDeque<Claim>();
            for (var claim : claims) {
                closeBefore(claim.prefix().first(), open, cuts);
                cut(cuts, claim.prefix().first(), claim.zone());
                open.push(claim);
            }
            closeBefore(null, open, cuts);
            return new Intervals(
                    cuts.stream().mapToLong(it -> it.start().high()).toArray(),
                    cuts.stream().mapToLong(it -> it.start().low()).toArray(),
                    cuts.stream().mapToInt(Cut::zone).toArray());
        }

        /// Prefixes nest or are apart, so the open ones form a stack; behind an inner one the outer one rules
        /// again.
        private static void closeBefore(@Nullable Address next, ArrayDeque<Claim> open, List<Cut> cuts) {
            while (!open.isEmpty()
                    && (next == null || open.peek().prefix().last().compareTo(next) < 0)) {
                var following = open.pop().prefix().last().next();
                var atTheEnd = following.high() == 0 && following.low() == 0;
                if (!atTheEnd) {
                    cut(cuts, following, open.isEmpty() ? 0 : open.peek().zone());
                }
            }
        }

        private static void cut(List<Cut> cuts, Address start, int zone) {
            if (cuts.getLast().start().equals(start)) {
                cuts.removeLast();
            }
            cuts.add(new Cut(start, zone));
        }

        int indexOf(long high, long low) {
            var from = 0;
            var to = highs.length;
            while (to - from > 1) {
                var middle = (from + to) >>> 1;
                var order = Long.compareUnsigned(highs[middle], high);
                if (order < 0 || order == 0 && Long.compareUnsigned(lows[middle], low) <= 0) {
                    from = middle;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }
}
