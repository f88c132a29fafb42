package org.asepsie.engine.network.reader.source;

import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;

/// Matches on networks and ports that a line holds in figures.
public final class Figures {
    private Figures() {}

    /// @param bits the 32 bits of an IPv4 address
    public static Match network(boolean source, boolean not, long bits, int length) {
        var addresses = Addresses.of(new Prefix(Address.v4((int) bits), length).block());
        var side = source ? new Match.Source(addresses) : new Match.Destination(addresses);
        return not ? Match.not(side) : side;
    }

    public static Match ports(boolean source, boolean not, int first, int last) {
        var range = new PortRange(first, last);
        var side = source ? new Match.SourcePort(range) : new Match.DestinationPort(range);
        return not ? Match.not(side) : side;
    }

    /// A number of its own for each side, network (`value` and `length`) or port (`value` alone), for [NumberTable].
    public static long key(boolean source, boolean not, long value, int length) {
        return value << 8 | (long) length << 2 | (source ? 2 : 0) | (not ? 1 : 0);
    }
}
