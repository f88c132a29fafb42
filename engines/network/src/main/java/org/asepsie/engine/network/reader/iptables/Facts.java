package org.asepsie.engine.network.reader.iptables;

import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.reader.netfilter.Mentions;

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
                Mentions.of(whole, "NOTRACK", 'K') || Mentions.of(whole, "--notrack", 'k'),
                Mentions.of(whole, "MARK", 'K') || Mentions.of(whole, "--set-mark", 'k'),
                Mentions.of(whole, "DNAT", 'N')
                        || Mentions.of(whole, "REDIRECT", 'I')
                        || Mentions.of(whole, "NETMAP", 'M'));
    }

    /// By the comment the tool writes, else by what only IPv6 rules hold: the file itself does not say it.
    private static boolean isIpv6(ConfigText text) {
        var whole = text.whole();
        var name = text.file();
        return Mentions.of(whole, "ip6tables-save", 'v')
                || !Mentions.of(whole, "by iptables-save", 'y')
                        && (name.endsWith(".v6")
                                || name.contains("ip6tables")
                                || Mentions.of(whole, "--icmpv6-type", 'v')
                                || Mentions.of(whole, "::", ':'));
    }
}
