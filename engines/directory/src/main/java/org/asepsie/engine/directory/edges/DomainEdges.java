package org.asepsie.engine.directory.edges;

import java.util.Locale;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Trust;

/// DCFor, and what trusts give: SameForestTrust, SpoofSIDHistory, AbuseTGTDelegation, HasTrustKeys; CrossForestTrust as
/// information only.
///
/// Domains of one forest are one area of security. Between forests an outbound trust without SID filtering lets the
/// trusted side forge identities of this one, an inbound trust with ticket delegation lets the partner collect tickets
/// from here. The side that trusts holds the key of the account `<its NetBIOS name>$` in the domain it trusts.
final class DomainEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        forest.all(Kind.COMPUTER)
                .filter(it ->
                        forest.is(it, Attribute.IS_DC) && !forest.is(it, Attribute.IS_RODC) && forest.domain(it) >= 0)
                .forEach(it -> edges.edge(it, EdgeKind.DC_FOR, forest.domain(it)));
        for (var trust : forest.trusts()) {
            crossing(trust, edges);
            if (!trust.insideForest()) {
                betweenForests(trust, facts, edges);
            }
            if (trust.direction().inbound()) {
                keys(trust, forest, edges);
            }
        }
    }

    private static void crossing(Trust trust, EdgeSink edges) {
        var kind = trust.insideForest() ? EdgeKind.SAME_FOREST_TRUST : EdgeKind.CROSS_FOREST_TRUST;
        if (trust.direction().outbound()) {
            edges.edge(trust.domain(), kind, trust.partner());
        }
        if (trust.direction().inbound()) {
            edges.edge(trust.partner(), kind, trust.domain());
        }
    }

    private static void betweenForests(Trust trust, Facts facts, EdgeSink edges) {
        if (trust.direction().outbound()
                && trust.sidFiltering().filter(it -> !it).isPresent()) {
            var unit = facts.unit(Remedy.Kind.SID_FILTERING, trust.domain(), trust.partner());
            edges.edge(trust.partner(), EdgeKind.SPOOF_SID_HISTORY, trust.domain(), unit);
        }
        if (trust.direction().inbound() && trust.tgtDelegation().orElse(false)) {
            var unit = facts.unit(Remedy.Kind.TICKET_DELEGATION, trust.domain(), trust.partner());
            edges.edge(trust.partner(), EdgeKind.ABUSE_TGT_DELEGATION, trust.domain(), unit);
        }
    }

    private static void keys(Trust trust, Forest forest, EdgeSink edges) {
        var netbios = forest.text(trust.partner(), Attribute.NETBIOS)
                .orElseGet(() -> trust.partnerName().split("\\.", 2)[0]);
        var account = netbios.toUpperCase(Locale.ROOT) + "$";
        if (netbios.isEmpty()) {
            return;
        }
        forest.all(Kind.USER)
                .filter(it -> forest.domain(it) == trust.domain()
                        && forest.text(it, Attribute.LOGON_NAME)
                                .filter(account::equalsIgnoreCase)
                                .isPresent())
                .forEach(it -> edges.edge(trust.partner(), EdgeKind.HAS_TRUST_KEYS, it));
    }
}
