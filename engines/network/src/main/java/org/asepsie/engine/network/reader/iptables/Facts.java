package org.asepsie.engine.network.reader.iptables;

import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Family;

/// What the whole file says and single rules depend on.
///
/// @param untracks some rule takes packets out of connection tracking
/// @param marks some rule sets a mark
/// @param redirects some rule translates destinations
record Facts(Family family, boolean untracks, boolean marks, boolean redirects) {
    static Facts of(ConfigText text) {
        var whole = text.whole();
        return new Facts(
                isIpv6(text) ? Family.IPV6 : Family.IPV4,
                whole.contains("NOTRACK") || whole.contains("--notrack"),
                whole.contains("MARK") || whole.contains("--set-mark"),
                whole.contains("DNAT") || whole.contains("REDIRECT") || whole.contains("NETMAP"));
    }

    /// By the comment the tool writes, else by what only IPv6 rules hold: the file itself does not say it.
    private static boolean isIpv6(ConfigText text) {
        var whole = text.whole();
        var name = text.file();
        return whole.contains("ip6tables-save")
                || !whole.contains("by iptables-save")
                        && (name.endsWith(".v6")
                                || name.contains("ip6tables")
                                || whole.contains("--icmpv6-type")
                                || whole.contains("::"));
    }
}
