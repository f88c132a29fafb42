package org.asepsie.engine.directory.edges;

import java.util.BitSet;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;

/// CanRDP: in Remote Desktop Users *and* allowed to log on from afar.
///
/// Where user rights were not read, or the local group itself holds the right (the default), its members have both.
/// Else the
/// holders of the right who are in the group, through whichever groups.
final class RemoteDesktopEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var object = 0; object < forest.size(); object++) {
            if (forest.kind(object) == Kind.COMPUTER) {
                onHost(object, facts, edges);
            } else if (Facts.linkable(forest.kind(object))) {
                HostEdges.byPolicy(object, Attribute.GPO_RDP_USERS, EdgeKind.CAN_RDP, facts, edges);
            }
        }
    }

    private static void onHost(int host, Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        var rightOfGroup = forest.refs(host, Attribute.REMOTE_LOGON_RIGHT).anyMatch(it -> isTheGroup(forest, it));
        if (!forest.has(host, Attribute.REMOTE_LOGON_RIGHT) || rightOfGroup) {
            HostEdges.localGroup(host, LocalGroup.REMOTE_DESKTOP_USERS, EdgeKind.CAN_RDP, facts, edges);
            return;
        }
        var inGroup = new BitSet();
        facts.localMembers(host, LocalGroup.REMOTE_DESKTOP_USERS)
                .forEach(it -> inGroup.or(facts.groups().expansion(it)));
        var all = facts.localMembers(host, LocalGroup.REMOTE_DESKTOP_USERS).anyMatch(facts::isEverybody);
        forest.refs(host, Attribute.REMOTE_LOGON_RIGHT)
                .filter(it -> HostEdges.principal(facts, it) && (all || inGroup.get(it)))
                .forEach(it -> edges.edge(it, EdgeKind.CAN_RDP, host, facts.unit(Remedy.Kind.LOCAL_RIGHT, it, host)));
    }

    private static boolean isTheGroup(Forest forest, int object) {
        return forest.rid(object) == LocalGroup.REMOTE_DESKTOP_USERS.rid();
    }
}
