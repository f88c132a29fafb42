package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;

/// How the controllers of a domain match certificates with accounts, as their registry says. Where that was not read
/// nothing is claimed.
final class Controllers {
    private static final int MAPS_BY_UPN = 0x4;
    private static final int FULL_BINDING = 2;

    private Controllers() {}

    /// A controller takes a certificate over TLS for whoever its user name names.
    static boolean anyMapsByUserName(Forest forest, int domain) {
        return forest.all(Kind.COMPUTER)
                .filter(it -> isController(forest, it, domain))
                .anyMatch(
                        it -> (forest.number(it, Attribute.CERT_MAPPING_METHODS).orElse(0) & MAPS_BY_UPN) != 0);
    }

    /// A controller does not insist on a certificate bound to an account by its SID: not read is not claimed.
    static boolean anyBindsWeakly(Forest forest, int domain) {
        return forest.all(Kind.COMPUTER)
                .filter(it -> isController(forest, it, domain))
                .anyMatch(it -> forest.number(it, Attribute.STRONG_CERT_BINDING).orElse(FULL_BINDING) < FULL_BINDING);
    }

    private static boolean isController(Forest forest, int computer, int domain) {
        return forest.is(computer, Attribute.IS_DC) && forest.domain(computer) == domain;
    }
}
