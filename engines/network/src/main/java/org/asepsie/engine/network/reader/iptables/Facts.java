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
                holds(whole, "NOTRACK", 'K') || holds(whole, "--notrack", 'k'),
                holds(whole, "MARK", 'K') || holds(whole, "--set-mark", 'k'),
                holds(whole, "DNAT", 'N') || holds(whole, "REDIRECT", 'I') || holds(whole, "NETMAP", 'M'));
    }

    /// By the comment the tool writes, else by what only IPv6 rules hold: the file itself does not say it.
    private static boolean isIpv6(ConfigText text) {
        var whole = text.whole();
        var name = text.file();
        return holds(whole, "ip6tables-save", 'v')
                || !holds(whole, "by iptables-save", 'y')
                        && (name.endsWith(".v6")
                                || name.contains("ip6tables")
                                || holds(whole, "--icmpv6-type", 'v')
                                || holds(whole, "::", ':'));
    }

    /// Whether `text` contains `word`, by way of one `letter` of it that is rare in rules: single characters are
    /// looked for many at a time.
    private static boolean holds(String text, String word, char letter) {
        int place = word.indexOf(letter);
        for (int at = text.indexOf(letter, place); at >= 0; at = text.indexOf(letter, at + 1)) {
            if (text.startsWith(word, at - place)) {
                return true;
            }
        }
        return false;
    }
}
