package org.asepsie.engine.directory.edges;

import java.util.List;
import java.util.Set;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;

/// DCSync: GetChanges and GetChangesAll on the domain head together give every secret of the domain. SyncLAPSPassword:
/// GetChanges and GetChangesInFilteredSet give the local administrator's password of every computer with LAPS.
final class ReplicationEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        forest.all(Kind.DOMAIN).forEach(domain -> {
            var changes = facts.holders(domain, Set.of(Right.GET_CHANGES));
            if (changes.isEmpty()) {
                return;
            }
            var all = facts.holders(domain, Set.of(Right.GET_CHANGES_ALL));
            for (var holder : Together.of(facts, List.of(changes, all))) {
                holder.combinations().forEach(units -> edges.edge(holder.principal(), EdgeKind.DC_SYNC, domain, units));
            }
            var filtered = facts.holders(domain, Set.of(Right.GET_CHANGES_IN_FILTERED_SET));
            var readers = Together.of(facts, List.of(changes, filtered));
            if (!readers.isEmpty()) {
                forest.all(Kind.COMPUTER)
                        .filter(it -> forest.domain(it) == domain && forest.is(it, Attribute.HAS_LAPS))
                        .forEach(it -> readers.forEach(holder -> holder.combinations()
                                .forEach(units ->
                                        edges.edge(holder.principal(), EdgeKind.SYNC_LAPS_PASSWORD, it, units))));
            }
        });
    }
}
