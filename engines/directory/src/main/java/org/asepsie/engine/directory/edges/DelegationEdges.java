package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;

/// AllowedToDelegate (constrained), AllowedToAct (resource-based) and CoerceToTGT (unconstrained, controllers aside:
/// an account that collects tickets can be brought to collect a controller's).
final class DelegationEdges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var object = 0; object < forest.size(); object++) {
            var account = object;
            forest.refs(account, Attribute.DELEGATES_TO)
                    .forEach(it -> edges.edge(
                            account,
                            EdgeKind.ALLOWED_TO_DELEGATE,
                            it,
                            facts.unit(Remedy.Kind.DELEGATION, account, it)));
            forest.refs(account, Attribute.ALLOWED_TO_ACT)
                    .filter(it -> !facts.isNoOne(it))
                    .forEach(it -> edges.edge(
                            it, EdgeKind.ALLOWED_TO_ACT, account, facts.unit(Remedy.Kind.ACTING, it, account)));
            var domain = forest.domain(account);
            if (domain >= 0
                    && forest.is(account, Attribute.UNCONSTRAINED_DELEGATION)
                    && !forest.is(account, Attribute.IS_DC)) {
                edges.edge(account, EdgeKind.COERCE_TO_TGT, domain, facts.unit(Remedy.Kind.UNCONSTRAINED, account, -1));
            }
        }
    }
}
