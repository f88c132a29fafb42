package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Traffic;

/// Draws packets where a rule set is likely to be misread: at the first and last address and port that its rules name,
/// one beside them, and anywhere.
final class PacketsAtTheEdges {
    private final Random random;
    private final List<String> interfaces;
    private final Family family;
    private final List<Address> addresses = new ArrayList<>();
    private final TreeSet<Integer> ports = new TreeSet<>(List.of(22, 80, 443, 1024, 65_535));
    private final List<Integer> manyPorts;
    private final Set<Pair> drawn = new HashSet<>();

    private record Pair(Address from, Address to) {}

    PacketsAtTheEdges(Random random, Device device, List<String> interfaces, Family family) {
        this.random = random;
        this.interfaces = interfaces;
        this.family = family;
        for (var list : device.lists().values()) {
            list.rules().forEach(it -> collect(it.match()));
        }
        manyPorts = List.copyOf(ports);
    }

    private void collect(Match match) {
        switch (match) {
            case Match.All(var parts) -> parts.forEach(this::collect);
            case Match.OneOf(var parts) -> parts.forEach(this::collect);
            case Match.Not(var part) -> collect(part);
            case Match.Source(var named) -> collect(named);
            case Match.Destination(var named) -> collect(named);
            case Match.SourcePort(var range) -> collect(range);
            case Match.DestinationPort(var range) -> collect(range);
            case Match.OfFamily _,
                    Match.Protocol _,
                    Match.Icmp _,
                    Match.EntersBy _,
                    Match.LeavesBy _,
                    Match.Marked _,
                    Match.Unknown _ -> {}
        }
    }

    private void collect(Addresses named) {
        for (var block : named.blocks()) {
            if (block.family() == family && block instanceof AddressBlock.Range(var first, var last)) {
                for (var it : List.of(first, last, last.next(), first.next())) {
                    if (routable(it)) {
                        addresses.add(it);
                    }
                }
            }
        }
    }

    private void collect(PortRange range) {
        for (int it : new int[] {range.first() - 1, range.first(), range.last(), range.last() + 1}) {
            ports.add(Math.clamp(it, 0, 65_535));
        }
    }

    /// The kernel itself discards packets from or to loopback, multicast, the zero network and link-local addresses.
    private static boolean routable(Address address) {
        if (address.family() == Family.IPV6) {
            int top = (int) (address.high() >>> 48);
            return top >>> 13 == 1 || top >>> 8 == 0xFC || top >>> 8 == 0xFD;
        }
        int first = (int) (address.low() >>> 24);
        return first > 0 && first < 224 && first != 127 && address.low() >>> 16 != 0xA9FE;
    }

    /// Never the way back of a flow that was drawn before: that would be no packet that opens one.
    Packet next(Traffic traffic) {
        while (true) {
            var packet = draw(traffic);
            if (!drawn.contains(new Pair(packet.destination(), packet.source()))) {
                drawn.add(new Pair(packet.source(), packet.destination()));
                return packet;
            }
        }
    }

    private Packet draw(Traffic traffic) {
        int protocol = new int[] {6, 6, 6, 17, 17, family == Family.IPV4 ? 1 : 58, 47, 132}[random.nextInt(8)];
        boolean icmp = protocol == 1 || protocol == 58;
        boolean none = protocol == 47;
        return new Packet(
                Optional.of(one(interfaces)),
                traffic == Traffic.THROUGH ? Optional.of(one(interfaces)) : Optional.empty(),
                address(),
                address(),
                protocol,
                icmp || none ? 0 : port(),
                none ? 0 : icmp ? icmpType() : port());
    }

    /// Requests only: an answer or an error that belongs to no flow is not a packet that opens one.
    private int icmpType() {
        return family == Family.IPV6 ? 128 : new int[] {8, 13, 15, 17}[random.nextInt(4)];
    }

    private int port() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(65_535) : Math.max(1, one(manyPorts));
    }

    private Address address() {
        while (true) {
            var found = addresses.isEmpty() || random.nextInt(4) == 0 ? anywhere() : one(addresses);
            if (routable(found)) {
                return found;
            }
        }
    }

    private Address anywhere() {
        return family == Family.IPV4
                ? Address.v4(random.nextInt(3) == 0 ? random.nextInt() : 10 << 24 | random.nextInt(1 << 24))
                : Address.v6(0x2001_0db8_0000_0000L | random.nextInt(1 << 20), random.nextLong());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
