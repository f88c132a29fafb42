package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Traffic;

/// Cuts the address space where the rules cut it. The source stands above the destination in a set, so
/// every source leads to the node of the destinations it may reach: equal nodes, equal rows. The columns
/// follow from the rows.
final class Partitioning {
    private final Device device;
    private final Ways ways;
    private final Sets sets;
    private final Bdd bdd;

    Partitioning(Device device, Ways ways) {
        this.device = device;
        this.ways = ways;
        sets = ways.sets();
        bdd = sets.bdd();
    }

    /// @param perhaps whether what perhaps passes counts as passing
    Partition of(Traffic traffic, Service service, int sourcePort, boolean perhaps) {
        var family = device.families().iterator().next();
        var passing = ways.through(device, traffic, Bounds.ALL, false);
        int set = bdd.and(perhaps ? passing.possible() : passing.sure(), service.set(sets));
        set = bdd.and(set, bdd.and(behind(Field.IN, Field.SOURCE), behind(Field.OUT, Field.DESTINATION)));
        set = bdd.some(bdd.and(set, sets.family(family)), 0, Field.SOURCE.first());
        if (sourcePort >= 0) {
            set = bdd.set(set, sets.exactly(Field.SOURCE_PORT, sourcePort));
        }
        set = bdd.some(set, Field.DESTINATION_PORT.first(), Field.PROTOCOL.end());
        return split(service, set, family);
    }

    /// Where the networks behind an interface are known, its packets come from there (no spoofing).
    private int behind(Field by, Field address) {
        int known = Bdd.NONE;
        int result = Bdd.NONE;
        for (var it : device.interfaces()) {
            if (!it.networks().isEmpty()) {
                int own = sets.exactly(by, ways.vocabulary().number(it.name()));
                result = bdd.or(result, bdd.and(own, networks(address, it)));
                known = bdd.or(known, own);
            }
        }
        return bdd.or(result, bdd.not(known));
    }

    private int networks(Field address, Interface it) {
        return sets.addresses(
                address, new Addresses(it.networks().stream().map(Prefix::block).toList()));
    }

    private Partition split(Service service, int set, Family family) {
        var rows = AddressClasses.of(bdd, set, Field.SOURCE, family);
        var cuts = new TreeMap<Address, Integer>();
        rows.forEach((node, ranges) -> ranges.forEach(it -> cuts.put(it.first(), node)));
        var columns = new ArrayList<TreeMap<Address, Boolean>>();
        for (int row : rows.keySet()) {
            var column = new TreeMap<Address, Boolean>();
            AddressClasses.of(bdd, row, Field.DESTINATION, family)
                    .forEach((node, ranges) -> ranges.forEach(it -> column.put(it.first(), node == Bdd.ALL)));
            columns.add(column);
        }
        var starts = new TreeSet<>(cuts.keySet());
        columns.forEach(it -> starts.addAll(it.keySet()));
        Map<Key, List<AddressBlock.Range>> classes = new LinkedHashMap<>();
        for (var start : starts) {
            var next = starts.higher(start);
            var last = next == null ? lastOf(family) : before(next);
            var key = new Key(cuts.floorEntry(start).getValue(), reachedBy(columns, start));
            add(classes.computeIfAbsent(key, _ -> new ArrayList<>()), new AddressBlock.Range(start, last));
        }
        return partition(service, classes, new ArrayList<>(rows.keySet()));
    }

    /// Addresses are alike if they reach the same (`row`) and are reached by the same rows.
    private record Key(int row, BitSet reachedBy) {}

    private static BitSet reachedBy(List<TreeMap<Address, Boolean>> columns, Address address) {
        var bits = new BitSet();
        for (int i = 0; i < columns.size(); i++) {
            bits.set(i, columns.get(i).floorEntry(address).getValue());
        }
        return bits;
    }

    private static Partition partition(
            Service service, Map<Key, List<AddressBlock.Range>> classes, List<Integer> rows) {
        var keys = new ArrayList<>(classes.keySet());
        var edges = new LinkedHashSet<Partition.Edge>();
        for (int from = 0; from < keys.size(); from++) {
            int row = rows.indexOf(keys.get(from).row());
            for (int to = 0; to < keys.size(); to++) {
                if (keys.get(to).reachedBy().get(row)) {
                    edges.add(new Partition.Edge(from, to));
                }
            }
        }
        return new Partition(
                service,
                classes.values().stream().map(Partition.AddressClass::new).toList(),
                edges);
    }

    private static void add(List<AddressBlock.Range> ranges, AddressBlock.Range range) {
        if (!ranges.isEmpty() && ranges.getLast().last().next().equals(range.first())) {
            ranges.set(
                    ranges.size() - 1, new AddressBlock.Range(ranges.getLast().first(), range.last()));
        } else {
            ranges.add(range);
        }
    }

    private static Address lastOf(Family family) {
        return Prefix.of(family == Family.IPV4 ? "0.0.0.0/0" : "::/0").last();
    }

    private static Address before(Address address) {
        return address.family() == Family.IPV4
                ? Address.v4((int) address.low() - 1)
                : Address.v6(address.low() == 0 ? address.high() - 1 : address.high(), address.low() - 1);
    }
}
