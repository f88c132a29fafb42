package org.asepsie.engine.network.proof;

import java.util.List;
import org.asepsie.engine.network.packets.Packet;

/// A packet that proves a verdict, and the lines of one device that decide on it, in the order in which it
/// meets them.
public record Witness(String device, Packet packet, List<Line> lines) {
    public Witness {
        lines = List.copyOf(lines);
    }
}
