package org.asepsie.engine.directory.edges;

import java.util.List;
import java.util.Set;
import org.asepsie.engine.directory.Forest;

/// All edges that follow from a forest. Deterministic: the same forest gives the same edges in the same order.
///
/// Relay over NTLM and what leads into the cloud are not derived: collections do not hold what that would take.
public final class AttackEdges {
    private static final List<EdgeRule> RULES = List.of(
            new MembershipEdges(),
            new ControlEdges(),
            new OwnerEdges(),
            new ContainmentEdges(),
            new PolicyEdges(),
            new HostEdges(),
            new RemoteDesktopEdges(),
            new ManagedAccountEdges(),
            new DelegationEdges(),
            new IdentityEdges(),
            new DomainEdges(),
            new ReplicationEdges(),
            new PkiEdges(),
            new Esc1Edges(),
            new Esc3Edges(),
            new Esc4Edges(),
            new Esc6Edges(),
            new MappedVictimEdges(),
            new Esc13Edges());

    private AttackEdges() {}

    /// Sends every edge to `sink`, those a path may not follow too, and returns the units they name. An edge that
    /// stands
    /// for several reasons comes several times, with the units of each.
    public static Remedies derive(Forest forest, EdgeSink sink) {
        return derive(forest, Set.of(), sink);
    }

    /// The same as if `done` had been removed already: what needs several rights is worked out anew.
    public static Remedies derive(Forest forest, Set<Remedy> done, EdgeSink sink) {
        var remedies = new Remedies(done);
        var facts = new Facts(forest, remedies);
        EdgeSink standing = (from, kind, to, units) -> {
            if (remedies.noneIsDone(units)) {
                sink.edge(from, kind, to, units);
            }
        };
        RULES.forEach(it -> it.derive(facts, standing));
        return remedies;
    }
}
