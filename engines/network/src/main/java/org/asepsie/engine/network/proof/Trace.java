package org.asepsie.engine.network.proof;

import java.util.List;
import org.asepsie.engine.network.packets.Packet;

/// What becomes of one packet.
///
/// @param verdict allowed, denied or not proved
/// @param passing the lines by which it passes, or perhaps passes
/// @param stopping the lines by which it is stopped, or perhaps is; both are given where the verdict is not
///     proved
public record Trace(Packet packet, Verdict verdict, List<Line> passing, List<Line> stopping) {
    public Trace {
        passing = List.copyOf(passing);
        stopping = List.copyOf(stopping);
    }

    /// The lines that say why, whatever the verdict.
    public List<Line> lines() {
        return passing.isEmpty() ? stopping : passing;
    }
}
