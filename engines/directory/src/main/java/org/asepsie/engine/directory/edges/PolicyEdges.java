package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;

/// GPLink as it stands, and GPOAppliesTo as Windows applies it.
///
/// A link on a container reaches every account below, except where an organisational unit in between (or the one that
/// holds
/// the account) blocks inheritance: that stops links from above it, unless they are enforced. A policy whose half for
/// users or for computers is switched off does not reach these. Who may apply it (security filtering) is not read: the
/// edge may then say too much. Links are worked out once for each container.
final class PolicyEdges implements EdgeRule {
    private static final int USER_HALF_OFF = 1;
    private static final int COMPUTER_HALF_OFF = 2;

    /// A policy in force, and the container whose link brings it.
    private record Link(int policy, int container, boolean enforced) {}

    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        var known = new HashMap<Integer, List<Link>>();
        for (var object = 0; object < forest.size(); object++) {
            if (Facts.linkable(forest.kind(object))) {
                for (var link : linksOf(forest, object)) {
                    edges.edge(link.policy, EdgeKind.GP_LINK, object, unit(facts, link));
                }
            }
            if (forest.kind(object) == Kind.USER || forest.kind(object) == Kind.COMPUTER) {
                var container = forest.container(object);
                if (container >= 0) {
                    apply(object, inForce(forest, container, known), facts, edges);
                }
            }
        }
    }

    private static int unit(Facts facts, Link link) {
        return facts.unit(Remedy.Kind.LINK, link.policy, link.container);
    }

    private static List<Link> linksOf(Forest forest, int container) {
        var enforced = forest.refs(container, Attribute.ENFORCED_GPOS).boxed().toList();
        return forest.refs(container, Attribute.LINKED_GPOS)
                .mapToObj(it -> new Link(it, container, enforced.contains(it)))
                .toList();
    }

    /// What applies to an account directly in `container`.
    private static List<Link> inForce(Forest forest, int container, Map<Integer, List<Link>> known) {
        var kept = known.get(container);
        if (kept != null) {
            return kept;
        }
        var result = new ArrayList<Link>();
        var blocked = false;
        var chain = new ArrayList<>(List.of(container));
        chain.addAll(Containers.above(forest, container));
        for (var at : chain) {
            if (Facts.linkable(forest.kind(at))) {
                for (var link : linksOf(forest, at)) {
                    if (!blocked || link.enforced) {
                        result.add(link);
                    }
                }
            }
            blocked = blocked || forest.is(at, Attribute.BLOCKS_INHERITANCE);
        }
        known.put(container, result);
        return result;
    }

    private static void apply(int account, List<Link> links, Facts facts, EdgeSink edges) {
        var off = facts.forest().kind(account) == Kind.USER ? USER_HALF_OFF : COMPUTER_HALF_OFF;
        for (var link : links) {
            var flags = facts.forest().number(link.policy, Attribute.GPO_FLAGS).orElse(0);
            if ((flags & off) == 0) {
                edges.edge(link.policy, EdgeKind.GPO_APPLIES_TO, account, unit(facts, link));
            }
        }
    }
}
