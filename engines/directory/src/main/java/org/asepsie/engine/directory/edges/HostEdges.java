package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;

/// Who administers a host or may use it from afar: AdminTo, ExecuteDCOM, CanPSRemote, SQLAdmin; sessions on it.
///
/// From the local groups of the host where they were read, and from the groups that policies set on the computers they
/// apply to. [RemoteDesktopEdges] has a rule of its own.
final class HostEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var object = 0; object < forest.size(); object++) {
            switch (forest.kind(object)) {
                case COMPUTER -> {
                    localGroup(object, LocalGroup.ADMINISTRATORS, EdgeKind.ADMIN_TO, facts, edges);
                    localGroup(object, LocalGroup.DCOM_USERS, EdgeKind.EXECUTE_DCOM, facts, edges);
                    localGroup(object, LocalGroup.REMOTE_MANAGEMENT_USERS, EdgeKind.CAN_PS_REMOTE, facts, edges);
                    localGroupObjects(object, facts, edges);
                    sessions(object, facts, edges);
                }
                case OU, DOMAIN -> {
                    byPolicy(object, Attribute.GPO_LOCAL_ADMINS, EdgeKind.ADMIN_TO, facts, edges);
                    byPolicy(object, Attribute.GPO_DCOM_USERS, EdgeKind.EXECUTE_DCOM, facts, edges);
                    byPolicy(object, Attribute.GPO_PSREMOTE_USERS, EdgeKind.CAN_PS_REMOTE, facts, edges);
                }
                case USER -> databases(object, facts, edges);
                default -> {}
            }
        }
    }

    static void localGroup(int host, LocalGroup group, EdgeKind kind, Facts facts, EdgeSink edges) {
        facts.localMembers(host, group)
                .filter(it -> principal(facts, it))
                .forEach(it -> edges.edge(it, kind, host, facts.unit(Remedy.Kind.LOCAL_RIGHT, it, host)));
    }

    /// A local group or account inside another one leads nowhere outside its host.
    static boolean principal(Facts facts, int member) {
        return !facts.isNoOne(member)
                && switch (facts.forest().kind(member)) {
                    case LOCAL_GROUP, LOCAL_USER -> false;
                    default -> true;
                };
    }

    private static void localGroupObjects(int host, Facts facts, EdgeSink edges) {
        facts.forest()
                .refs(host, Attribute.LOCAL_GROUPS)
                .forEach(it -> edges.edge(it, EdgeKind.LOCAL_TO_COMPUTER, host));
        facts.forest()
                .refs(host, Attribute.REMOTE_LOGON_RIGHT)
                .forEach(it -> edges.edge(it, EdgeKind.REMOTE_INTERACTIVE_LOGON_RIGHT, host));
    }

    static void byPolicy(int container, Attribute group, EdgeKind kind, Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        var hosts = forest.refs(container, Attribute.GPO_AFFECTED_COMPUTERS).toArray();
        forest.refs(container, group).filter(it -> principal(facts, it)).forEach(member -> {
            for (var host : hosts) {
                edges.edge(member, kind, host, facts.unit(Remedy.Kind.POLICY_LOCAL_RIGHT, member, container));
            }
        });
    }

    /// Drawn from the computer to the account: who holds the computer gets whoever is signed in.
    private static void sessions(int host, Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var list :
                new Attribute[] {Attribute.SESSIONS, Attribute.PRIVILEGED_SESSIONS, Attribute.REGISTRY_SESSIONS}) {
            forest.refs(host, list)
                    .filter(it -> forest.kind(it) != Kind.LOCAL_USER)
                    .forEach(it ->
                            edges.edge(host, EdgeKind.HAS_SESSION, it, facts.unit(Remedy.Kind.SESSION, host, it)));
        }
    }

    private static void databases(int account, Facts facts, EdgeSink edges) {
        facts.forest()
                .refs(account, Attribute.SQL_SERVICES_ON)
                .forEach(it ->
                        edges.edge(account, EdgeKind.SQL_ADMIN, it, facts.unit(Remedy.Kind.SERVICE, account, it)));
    }
}
