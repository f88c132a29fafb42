package org.asepsie.engine.network.proof;

import java.util.List;
import java.util.OptionalInt;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Services;

/// A protocol with a range of destination ports (of types, for ICMP): `tcp/22`, `udp/1024-65535`, `icmp/8`,
/// `gre`.
///
/// @param protocol its number; [#ANY] for every protocol, [#OTHER] for all but TCP, UDP and both ICMP
/// @param ports all ports, unless it says otherwise
public record Service(int protocol, PortRange ports) {
    public static final int ANY = -1;
    public static final int OTHER = -2;
    static final PortRange ALL_PORTS = new PortRange(0, 65_535);
    static final PortRange ALL_TYPES = new PortRange(0, 255);

    public static final Service EVERY = new Service(ANY, ALL_PORTS);

    /// Reads `tcp/22`, `tcp/ssh`, `udp/1024-65535`, `icmp/8`, `gre`, `any`.
    ///
    /// @throws IllegalArgumentException if it is none of these
    public static Service of(String text) {
        if (text.equals("any")) {
            return EVERY;
        }
        if (text.equals("other")) {
            return new Service(OTHER, ALL_PORTS);
        }
        int slash = text.indexOf('/');
        var protocol = Protocols.number(slash < 0 ? text : text.substring(0, slash));
        if (protocol.isEmpty()) {
            throw new IllegalArgumentException(
                    "not a service: " + text + " (tcp/22, udp/1024-65535, icmp/8, gre, any)");
        }
        var all = isIcmp(protocol.getAsInt()) ? ALL_TYPES : ALL_PORTS;
        return new Service(protocol.getAsInt(), slash < 0 ? all : ports(text.substring(slash + 1), text));
    }

    private static PortRange ports(String text, String whole) {
        int dash = text.indexOf('-');
        var single = Services.port(text);
        var first = dash < 0 ? OptionalInt.empty() : Services.port(text.substring(0, dash));
        var last = dash < 0 ? OptionalInt.empty() : Services.port(text.substring(dash + 1));
        if (single.isPresent()) {
            return PortRange.of(single.getAsInt());
        }
        if (first.isEmpty() || last.isEmpty()) {
            throw new IllegalArgumentException("not a port or a range of ports: " + whole);
        }
        return new PortRange(first.getAsInt(), last.getAsInt());
    }

    static Service of(Packet packet) {
        return new Service(
                packet.protocol(),
                packet.hasPorts() || packet.isIcmp() ? PortRange.of(packet.destinationPort()) : ALL_PORTS);
    }

    static boolean isIcmp(int protocol) {
        return protocol == Protocols.ICMP || protocol == Protocols.ICMPV6;
    }

    private boolean isWhole() {
        return ports.first() == 0 && ports.last() == (isIcmp(protocol) ? 255 : 65_535);
    }

    int set(Sets sets) {
        var bdd = sets.bdd();
        if (protocol == ANY) {
            return Bdd.ALL;
        }
        if (protocol == OTHER) {
            int named = Bdd.NONE;
            for (int it : new int[] {Protocols.ICMP, Protocols.TCP, Protocols.UDP, Protocols.ICMPV6}) {
                named = bdd.or(named, sets.protocol(it, it));
            }
            return bdd.not(named);
        }
        int number = sets.protocol(protocol, protocol);
        if (isWhole()) {
            return number;
        }
        int range = isIcmp(protocol)
                ? sets.icmp(ports, Match.Icmp.ANY_CODE)
                : sets.range(Field.DESTINATION_PORT, ports.first(), ports.last());
        return bdd.and(number, range);
    }

    /// The packets of this service, as a rule would name them.
    public Match match() {
        if (protocol == ANY) {
            return Match.EVERY;
        }
        if (protocol == OTHER) {
            return Match.not(Match.oneOf(List.of(
                    new Match.Protocol(Protocols.ICMP),
                    new Match.Protocol(Protocols.TCP),
                    new Match.Protocol(Protocols.UDP),
                    new Match.Protocol(Protocols.ICMPV6))));
        }
        var number = new Match.Protocol(protocol);
        if (isWhole()) {
            return number;
        }
        return Match.all(
                number,
                isIcmp(protocol) ? new Match.Icmp(ports, Match.Icmp.ANY_CODE) : new Match.DestinationPort(ports));
    }

    @Override
    public String toString() {
        return switch (protocol) {
            case ANY -> "any";
            case OTHER -> "other";
            default -> Protocols.name(protocol) + (isWhole() ? "" : "/" + ports);
        };
    }
}
