package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;

/// Contains, and what control of a container really gives: PropagatesACEsTo and CanApplyGPO.
///
/// An entry put on a container comes down to what is directly below unless that is protected from inheritance, as
/// every account with adminCount is. A policy linked to an organisational unit or a domain, enforced, reaches every
/// account below whatever is protected: so one edge to each account and unit from the nearest unit or domain above.
final class ContainmentEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var object = 0; object < forest.size(); object++) {
            var container = forest.container(object);
            if (container >= 0) {
                edges.edge(container, EdgeKind.CONTAINS, object);
                if (!forest.is(object, Attribute.PROTECTED)) {
                    edges.edge(container, EdgeKind.PROPAGATES_ACES_TO, object);
                }
                policyFromAbove(object, facts, edges);
            }
        }
    }

    private static void policyFromAbove(int object, Facts facts, EdgeSink edges) {
        switch (facts.forest().kind(object)) {
            case USER, COMPUTER, OU -> {
                var above = Containers.above(facts.forest(), object).stream()
                        .filter(it -> Facts.linkable(facts.forest().kind(it)))
                        .findFirst();
                above.ifPresent(it -> edges.edge(it, EdgeKind.CAN_APPLY_GPO, object));
            }
            default -> {}
        }
    }
}
