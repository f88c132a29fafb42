package org.asepsie.engine.directory.edges;

import java.util.List;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;

/// ADCSESC13: a template for signing in whose issuance policy is linked to a group makes its holder a member of it.
final class Esc13Edges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        var pki = facts.pki();
        forest.all(Kind.ISSUANCE_POLICY)
                .filter(it -> forest.count(it, Attribute.GROUP_LINK) > 0)
                .forEach(policy -> {
                    var oid = forest.text(policy, Attribute.TEMPLATE_OID).orElse("");
                    pki.published()
                            .filter(it -> forest.texts(it.template().index(), Attribute.ISSUANCE_POLICIES)
                                            .contains(oid)
                                    && it.template().issuesAtOnce()
                                    && it.template().authenticates()
                                    && !pki.domains(it.authority()).isEmpty())
                            .forEach(it -> {
                                edges.edge(it.template().index(), EdgeKind.EXTENDED_BY_POLICY, policy);
                                derive(it, policy, facts, edges);
                            });
                });
    }

    private static void derive(Pki.Published published, int policy, Facts facts, EdgeSink edges) {
        var pki = facts.pki();
        var link = facts.unit(Remedy.Kind.POLICY_GROUP, policy, -1);
        var both = List.of(pki.enrollersOf(published.template()), pki.enrollersAt(published.authority()));
        for (var holder : Together.of(facts, both)) {
            if (pki.mayEnrol(holder.principal(), published.template())) {
                for (var units : holder.combinations()) {
                    var all = pki.with(units, published, link, pki.mended(published.template()));
                    facts.forest()
                            .refs(policy, Attribute.GROUP_LINK)
                            .forEach(it -> edges.edge(holder.principal(), EdgeKind.ADCS_ESC13, it, all));
                }
            }
        }
    }
}
