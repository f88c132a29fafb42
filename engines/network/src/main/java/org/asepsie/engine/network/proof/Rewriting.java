package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;

/// What one packet may become by a translation. Of a pool only the ends are followed: the verdict comes
/// from the sets, which know the whole pool; here a line is looked for that explains it.
final class Rewriting {
    private Rewriting() {}

    static Set<Packet> of(Device device, Action.Translate translate, Packet packet) {
        boolean source = translate.side() == Action.Side.SOURCE;
        var now = source ? packet.source() : packet.destination();
        int port = source ? packet.sourcePort() : packet.destinationPort();
        var result = new LinkedHashSet<Packet>();
        for (var address : addresses(device, translate, packet, now)) {
            for (int newPort : ports(packet, translate.ports(), port)) {
                result.add(source ? packet.from(address, newPort) : packet.to(address, newPort));
            }
        }
        return result;
    }

    private static List<Integer> ports(Packet packet, Optional<PortRange> range, int port) {
        return packet.hasPorts() && range.isPresent()
                ? List.of(range.get().first(), range.get().last())
                : List.of(port);
    }

    private static List<Address> addresses(Device device, Action.Translate translate, Packet packet, Address now) {
        return switch (translate.to()) {
            case Action.Translation.Unchanged _ -> List.of(now);
            case Action.Translation.Into(var pool) -> {
                var ends = new ArrayList<Address>();
                for (var block : pool.blocks()) {
                    if (block.family() == now.family()) {
                        ends.addAll(ends(block));
                    }
                }
                yield ends.isEmpty() ? List.of(now) : ends;
            }
            case Action.Translation.Onto(var prefix) -> List.of(onto(prefix, now));
            case Action.Translation.OwnAddress _ -> own(device, translate.side(), packet, now);
        };
    }

    private static List<Address> ends(AddressBlock block) {
        return switch (block) {
            case AddressBlock.Range(var first, var last) -> List.of(first, last);
            case AddressBlock.Masked(var value, var _) -> List.of(value);
        };
    }

    private static Address onto(Prefix prefix, Address now) {
        return prefix.family() == now.family() ? prefix.withHostOf(now) : now;
    }

    private static List<Address> own(Device device, Action.Side side, Packet packet, Address now) {
        var by = side == Action.Side.SOURCE ? packet.out() : packet.in();
        var own = device.interfaces().stream()
                .filter(it -> by.filter(it.name()::equals).isPresent())
                .flatMap(it -> it.addresses().stream())
                .filter(it -> it.family() == now.family())
                .toList();
        return own.isEmpty() ? List.of(now) : own;
    }
}
