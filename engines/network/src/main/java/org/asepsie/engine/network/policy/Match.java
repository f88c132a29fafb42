package org.asepsie.engine.network.policy;

import java.util.List;

/// Which packets a rule speaks of. The packet judged always *opens* a flow: in state NEW, and with the
/// flag SYN alone in TCP; so a reader decides matches on state and flags itself ([#EVERY], [#NONE]).
public sealed interface Match {
    Match EVERY = new All(List.of());
    Match NONE = new OneOf(List.of());

    /// All of them hold; every packet, if there is none.
    record All(List<Match> parts) implements Match {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one of them holds; no packet, if there is none.
    record OneOf(List<Match> parts) implements Match {
        public OneOf {
            parts = List.copyOf(parts);
        }
    }

    record Not(Match part) implements Match {}

    record OfFamily(Family family) implements Match {}

    /// The address as it is at this stage, that is after the translations of earlier stages.
    record Source(Addresses addresses) implements Match {}

    record Destination(Addresses addresses) implements Match {}

    /// The number of the protocol after IP (and after IPv6 extension headers): 6 TCP, 17 UDP, 1 ICMP,
    /// 58 ICMPv6.
    record Protocol(int first, int last) implements Match {
        public Protocol {
            if (first < 0 || last > 255 || first > last) {
                throw new IllegalArgumentException("not a protocol: %d-%d".formatted(first, last));
            }
        }

        public Protocol(int number) {
            this(number, number);
        }
    }

    /// The packet has ports (TCP, UDP, SCTP, DCCP, UDP-Lite) and its source port is in the range.
    record SourcePort(PortRange ports) implements Match {}

    /// The packet has ports (TCP, UDP, SCTP, DCCP, UDP-Lite) and its destination port is in the range.
    record DestinationPort(PortRange ports) implements Match {}

    /// The packet is ICMP or ICMPv6 (say which with [Protocol]), its type and code are in the ranges (0
    /// to 255).
    record Icmp(PortRange types, PortRange codes) implements Match {
        public static final PortRange ANY_CODE = new PortRange(0, 255);

        public Icmp(int type) {
            this(PortRange.of(type), ANY_CODE);
        }
    }

    /// The packet entered by this interface. Names are compared exactly, or up to a final `*`. A packet
    /// made by the device itself entered by none, and matches no name, not even `*`.
    record EntersBy(String name) implements Match {}

    /// The packet will leave by this interface. One that stays on the device leaves by none.
    record LeavesBy(String name) implements Match {}

    /// An earlier rule set this mark ([Action.Mark]).
    record Marked(String mark) implements Match {}

    /// True or false, and the file does not say which: both are considered. Only this part is open: in
    /// `All(Source(…), Unknown(…))` a packet from elsewhere surely does not match.
    record Unknown(Reason reason, String text) implements Match {}

    static Match all(Match... parts) {
        return parts.length == 1 ? parts[0] : new All(List.of(parts));
    }

    static Match all(List<Match> parts) {
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    static Match oneOf(List<Match> parts) {
        return parts.size() == 1 ? parts.getFirst() : new OneOf(parts);
    }

    static Match not(Match part) {
        return part instanceof Not(var inside) ? inside : new Not(part);
    }
}
