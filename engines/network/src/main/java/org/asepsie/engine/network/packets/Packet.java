package org.asepsie.engine.network.packets;

import java.util.Optional;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Family;

/// One packet that opens a flow.
///
/// @param in the interface it enters by; empty if the device makes it itself
/// @param out the interface it leaves by; empty if it ends on the device
/// @param sourcePort for ICMP, the code
/// @param destinationPort for ICMP, the type
public record Packet(
        Optional<String> in,
        Optional<String> out,
        Address source,
        Address destination,
        int protocol,
        int sourcePort,
        int destinationPort) {
    public Packet {
        if (source.family() != destination.family()) {
            throw new IllegalArgumentException("a packet of two families: %s to %s".formatted(source, destination));
        }
        if (protocol < 0 || protocol > 255) {
            throw new IllegalArgumentException("not a protocol: " + protocol);
        }
        if ((sourcePort | destinationPort) >>> 16 != 0) {
            throw new IllegalArgumentException("not ports: %d, %d".formatted(sourcePort, destinationPort));
        }
    }

    public Family family() {
        return source.family();
    }

    /// Whether its protocol has ports: TCP, UDP, DCCP, SCTP, UDP-Lite.
    public boolean hasPorts() {
        return switch (protocol) {
            case 6, 17, 33, 132, 136 -> true;
            default -> false;
        };
    }

    public boolean isIcmp() {
        return protocol == 1 || protocol == 58;
    }

    public Packet from(Address address, int port) {
        return new Packet(in, out, address, destination, protocol, port, destinationPort);
    }

    public Packet to(Address address, int port) {
        return new Packet(in, out, source, address, protocol, sourcePort, port);
    }

    public Packet through(Optional<String> entering, Optional<String> leaving) {
        return new Packet(entering, leaving, source, destination, protocol, sourcePort, destinationPort);
    }
}
