package org.asepsie.engine.network.proof;

import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.packets.Packet;

/// From one zone to another over all devices on the way.
///
/// @param firm whether the files decide every packet
/// @param services those of which some packet surely arrives, as the sender writes them: before any translation
/// @param open those of which some packet perhaps arrives, and none surely does
/// @param arrives the way of a packet that arrives, or perhaps does if none surely does, device by device
/// @param stopped the way of a packet that is stopped, up to the device that stops it
/// @param assumed devices of which no route is known: they are taken to know the right way
public record Reach(
        Zone from,
        Zone to,
        Verdict verdict,
        boolean firm,
        List<Service> services,
        List<Service> open,
        Optional<List<Hop>> arrives,
        Optional<List<Hop>> stopped,
        List<String> assumed) {
    public Reach {
        services = List.copyOf(services);
        open = List.copyOf(open);
        arrives = arrives.map(List::copyOf);
        stopped = stopped.map(List::copyOf);
        assumed = List.copyOf(assumed);
    }

    /// One device on the way.
    ///
    /// @param arriving the packet as it comes in
    /// @param leaving the packet as it goes out, perhaps translated; empty where it ends or is stopped
    /// @param lines the lines that let it pass, or that stop it; none where no route leads on
    public record Hop(String device, Packet arriving, Optional<Packet> leaving, List<Line> lines) {
        public Hop {
            lines = List.copyOf(lines);
        }
    }
}
