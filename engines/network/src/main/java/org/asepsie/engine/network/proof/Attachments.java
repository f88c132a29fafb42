package org.asepsie.engine.network.proof;

import java.util.Set;
import java.util.TreeSet;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Prefix;

/// The interfaces of a device behind which a zone lies.
final class Attachments {
    private Attachments() {}

    /// As the zone says, or else those whose connected or routed networks share an address with the zone.
    /// None: unknown.
    static Set<String> interfaces(Device device, Zone zone) {
        var names = new TreeSet<String>();
        for (var it : zone.attachments()) {
            if (it.device().isEmpty() || it.device().get().equals(device.name())) {
                names.add(it.interfaceName());
            }
        }
        if (!zone.attachments().isEmpty()) {
            return names;
        }
        for (var hop : Routing.hops(device)) {
            if (hop.to().length() > 0 && meets(hop.to(), zone.addresses())) {
                hop.out().ifPresent(names::add);
            }
        }
        if (names.isEmpty()) {
            Routing.hops(device).stream()
                    .filter(it -> it.to().length() == 0)
                    .forEach(it -> it.out().ifPresent(names::add));
        }
        return names;
    }

    /// Whether a network of that interface holds an address of the zone.
    static boolean connected(Device device, String name, Zone zone) {
        return device.interfaces().stream()
                .filter(it -> it.name().equals(name))
                .flatMap(it -> it.networks().stream())
                .anyMatch(it -> meets(it, zone.addresses()));
    }

    static boolean meets(Prefix network, Addresses addresses) {
        for (var block : addresses.blocks()) {
            boolean shared = switch (block) {
                case AddressBlock.Range(var first, var last) ->
                    first.family() == network.family()
                            && first.compareTo(network.last()) <= 0
                            && network.first().compareTo(last) <= 0;
                // A mask with holes: said to meet, which can only widen the question.
                case AddressBlock.Masked masked -> masked.family() == network.family();
            };
            if (shared) {
                return true;
            }
        }
        return false;
    }
}
