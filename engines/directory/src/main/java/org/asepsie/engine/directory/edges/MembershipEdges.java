package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;

/// MemberOf, from lists of members and from primary groups. The usual primary group is nothing one can take away.
final class MembershipEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var object = 0; object < forest.size(); object++) {
            switch (forest.kind(object)) {
                case GROUP, BASE -> members(object, EdgeKind.MEMBER_OF, facts, edges);
                case LOCAL_GROUP -> members(object, EdgeKind.MEMBER_OF_LOCAL_GROUP, facts, edges);
                case USER, COMPUTER -> primaryGroup(object, facts, edges);
                default -> {}
            }
        }
    }

    private static void members(int group, EdgeKind kind, Facts facts, EdgeSink edges) {
        facts.forest()
                .refs(group, Attribute.MEMBERS)
                .forEach(it -> edges.edge(it, kind, group, facts.unit(Remedy.Kind.MEMBERSHIP, it, group)));
    }

    private static void primaryGroup(int account, Facts facts, EdgeSink edges) {
        var group = facts.forest().ref(account, Attribute.PRIMARY_GROUP);
        if (group < 0) {
            return;
        }
        if (usual(facts.forest(), account, group)) {
            edges.edge(account, EdgeKind.MEMBER_OF, group);
        } else {
            edges.edge(account, EdgeKind.MEMBER_OF, group, facts.unit(Remedy.Kind.PRIMARY_GROUP, account, group));
        }
    }

    private static boolean usual(Forest forest, int account, int group) {
        var rid = forest.rid(group);
        return forest.kind(account) == Kind.USER
                ? rid == WellKnown.DOMAIN_USERS
                : rid == WellKnown.DOMAIN_COMPUTERS
                        || forest.is(account, Attribute.IS_DC)
                                && (rid == WellKnown.DOMAIN_CONTROLLERS || rid == WellKnown.READ_ONLY_CONTROLLERS);
    }
}
