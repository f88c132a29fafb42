package org.asepsie.engine.network.proof;

import java.util.List;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Rule;

/// A rule that accepts more than is needed, with the narrowest match that would do.
///
/// @param list the list it stands in
/// @param keep what it serves of the needed flows, pair by pair; empty if nothing: then it may go
/// @param replacement what it should match instead
/// @param excess services of which it accepts some packet that nobody needs
/// @param witness a packet that it accepts and nobody needs
public record TooWide(
        String device,
        String list,
        Rule rule,
        List<DeclaredMatrix.Flow> keep,
        Match replacement,
        List<Service> excess,
        Packet witness) {
    public TooWide {
        keep = List.copyOf(keep);
        excess = List.copyOf(excess);
    }
}
