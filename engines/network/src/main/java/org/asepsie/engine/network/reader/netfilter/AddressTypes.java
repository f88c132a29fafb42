package org.asepsie.engine.network.reader.netfilter;

import java.util.List;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Reason;

/// Kinds of destination as the kernel tells them apart before it looks at routes (`inet_addr_type`).
public final class AddressTypes {
    public static final Addresses MULTICAST = Addresses.of("224.0.0.0/4", "ff00::/8");
    public static final Addresses BROADCAST = Addresses.of("255.255.255.255", "0.0.0.0/8");

    private AddressTypes() {}

    /// The destination is the device's own, seen after the routing decision: a packet that leaves is not
    /// for the device; one that stays is, unless it is a broadcast or a multicast. Broadcasts of subnets
    /// are no unicast packets, so never judged.
    public static Match local() {
        var madeHere =
                Match.all(Match.not(new Match.EntersBy("*")), new Match.Unknown(Reason.ROUTING, "local destination"));
        return Match.all(
                Match.not(new Match.Destination(MULTICAST)),
                Match.not(new Match.Destination(BROADCAST)),
                Match.oneOf(List.of(Match.not(new Match.LeavesBy("*")), madeHere)));
    }
}
