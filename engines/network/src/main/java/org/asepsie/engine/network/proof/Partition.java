package org.asepsie.engine.network.proof;

import java.util.List;
import java.util.Set;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;

/// The coarsest classes of addresses that the rules treat alike for one service, as source and as
/// destination.
///
/// @param classes they cover the whole address space and share no address
/// @param edges who may reach whom: pairs of positions in `classes`
public record Partition(Service service, List<AddressClass> classes, Set<Edge> edges) {
    public Partition {
        classes = List.copyOf(classes);
    }

    /// Named after its first address.
    public record AddressClass(List<AddressBlock.Range> ranges) {
        public AddressClass {
            ranges = List.copyOf(ranges);
        }

        public Address first() {
            return ranges.getFirst().first();
        }

        public boolean contains(Address address) {
            return ranges.stream().anyMatch(it -> it.contains(address));
        }
    }

    public record Edge(int from, int to) {}

    public boolean reaches(Address from, Address to) {
        return edges.contains(new Edge(of(from), of(to)));
    }

    private int of(Address address) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).contains(address)) {
                return i;
            }
        }
        throw new IllegalArgumentException("an address of another family: " + address);
    }
}
