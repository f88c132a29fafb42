package org.asepsie.engine.network.policy;

import java.util.Optional;

/// A line of a routing table. The longest prefix wins, then the smallest `distance`.
///
/// @param out the leaving interface; empty: the one whose network holds `via`
/// @param via the next hop; empty: the destination is directly connected, or the packet is discarded
/// @param discards true for a null or blackhole route
public record Route(
        Position where,
        String table,
        Prefix destination,
        Optional<String> out,
        Optional<Address> via,
        int distance,
        boolean discards) {}
