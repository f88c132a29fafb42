package org.asepsie.engine.network.proof;

import org.asepsie.engine.network.packets.Packet;

/// One packet without a mark, tried out before sets are asked.
///
/// @param at the box that holds its numbers alone
record Sample(Packet packet, Hull at) {}
