package org.asepsie.engine.network.reader.netfilter;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Protocols;

/// The state that connection tracking gives to the packet judged, which belongs to no known connection:
/// NEW, but for ICMP. There only a request can open (Linux, `nf_conntrack_proto_icmp.c`: echo,
/// timestamp, information, address mask; `nf_conntrack_proto_icmpv6.c`: echo, node information);
/// neighbour discovery and multicast listeners are never tracked; every other type without its
/// connection is INVALID.
public final class ConnectionState {
    /// The mark that stands for "taken out of connection tracking".
    public static final String UNTRACKED_MARK = "untracked";

    private static final Match ICMP = icmp(Protocols.ICMP, List.of());
    private static final Match ICMPV6 = icmp(Protocols.ICMPV6, List.of());
    private static final Match OPENING = oneOf(
            Match.not(oneOf(ICMP, ICMPV6)),
            icmp(Protocols.ICMP, List.of(8, 13, 15, 17)),
            icmp(Protocols.ICMPV6, List.of(128, 139)));
    private static final Match NEVER_TRACKED = icmp(Protocols.ICMPV6, List.of(130, 131, 132, 133, 134, 135, 136, 143));
    private static final Match STRAY = Match.all(Match.not(OPENING), Match.not(NEVER_TRACKED));

    private final boolean untracks;

    /// @param untracks whether some rule of the file takes packets out of tracking
    public ConnectionState(boolean untracks) {
        this.untracks = untracks;
    }

    public Match isNew() {
        return tracked(OPENING);
    }

    public Match invalid() {
        return tracked(STRAY);
    }

    public Match untracked() {
        return untracks ? oneOf(NEVER_TRACKED, new Match.Marked(UNTRACKED_MARK)) : NEVER_TRACKED;
    }

    private Match tracked(Match match) {
        return untracks ? Match.all(match, Match.not(new Match.Marked(UNTRACKED_MARK))) : match;
    }

    private static Match oneOf(Match... parts) {
        return Match.oneOf(List.of(parts));
    }

    private static Match icmp(int protocol, List<Integer> types) {
        if (types.isEmpty()) {
            return new Match.Protocol(protocol);
        }
        var some = new ArrayList<Match>();
        types.forEach(it -> some.add(new Match.Icmp(it)));
        return Match.all(new Match.Protocol(protocol), Match.oneOf(some));
    }
}
