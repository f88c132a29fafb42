package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;

/// HasSIDHistory, and the identities that every account gets on signing in (ClaimSpecialIdentity).
///
/// Members of Authenticated Users stand in no list. Domain Users and Domain Computers of each domain claim those of
/// their own; Authenticated Users claim Everyone. Nobody can take that away.
final class IdentityEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var object = 0; object < forest.size(); object++) {
            switch (forest.kind(object)) {
                case USER, COMPUTER -> history(object, facts, edges);
                case DOMAIN -> specialIdentities(object, facts, edges);
                default -> {}
            }
        }
    }

    private static void history(int account, Facts facts, EdgeSink edges) {
        facts.forest()
                .refs(account, Attribute.SID_HISTORY)
                .forEach(it -> edges.edge(
                        account, EdgeKind.HAS_SID_HISTORY, it, facts.unit(Remedy.Kind.SID_HISTORY, account, it)));
    }

    private static void specialIdentities(int domain, Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        var authenticated = forest.find(forest.name(domain) + "-S-1-5-11");
        var everyone = forest.find(forest.name(domain) + "-S-1-1-0");
        for (var rid : new int[] {WellKnown.DOMAIN_USERS, WellKnown.DOMAIN_COMPUTERS, WellKnown.DOMAIN_CONTROLLERS}) {
            var group = forest.find(forest.id(domain) + "-" + rid);
            if (group >= 0 && authenticated >= 0) {
                edges.edge(group, EdgeKind.CLAIM_SPECIAL_IDENTITY, authenticated);
            }
            if (group >= 0 && everyone >= 0) {
                edges.edge(group, EdgeKind.CLAIM_SPECIAL_IDENTITY, everyone);
            }
        }
        if (authenticated >= 0 && everyone >= 0) {
            edges.edge(authenticated, EdgeKind.CLAIM_SPECIAL_IDENTITY, everyone);
        }
    }
}
