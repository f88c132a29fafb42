package org.asepsie.engine.directory.edges;

import java.util.List;
import org.asepsie.engine.directory.CaRegistry;

/// ADCSESC6a and b: an authority that takes further names from any request.
///
/// a: with a template for signing in that leaves the security extension out; b: with one for TLS, where a controller
/// maps
/// certificates by user name. From the registry of the authority's host; nothing is claimed where that was not read.
final class Esc6Edges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        facts.pki().authorities().forEach(authority -> {
            var takesNames = facts.forest()
                    .registry(authority)
                    .flatMap(CaRegistry::userSpecifiesSan)
                    .orElse(false);
            if (takesNames) {
                facts.pki().domains(authority).forEach(it -> derive(authority, it, facts, edges));
            }
        });
    }

    private static void derive(int authority, int domain, Facts facts, EdgeSink edges) {
        var pki = facts.pki();
        var byUserName = Controllers.anyMapsByUserName(facts.forest(), domain);
        pki.published(authority).filter(it -> it.template().issuesAtOnce()).forEach(it -> {
            var template = it.template();
            var a = template.authenticates() && template.noSecurityExtension();
            var b = template.authenticatesOverTls() && byUserName;
            if (!a && !b) {
                return;
            }
            var flag = facts.unit(Remedy.Kind.AUTHORITY_FLAG, authority, -1);
            var both = List.of(pki.enrollersOf(template), pki.enrollersAt(authority));
            for (var holder : Together.of(facts, both)) {
                if (pki.mayEnrol(holder.principal(), template)) {
                    for (var units : holder.combinations()) {
                        var all = pki.with(units, it, flag, pki.mended(template));
                        if (a) {
                            edges.edge(holder.principal(), EdgeKind.ADCS_ESC6A, domain, all);
                        }
                        if (b) {
                            edges.edge(holder.principal(), EdgeKind.ADCS_ESC6B, domain, all);
                        }
                    }
                }
            }
        });
    }
}
