package org.asepsie.engine.directory.edges;

import java.util.List;

/// ADCSESC1: a template for signing in, issued at once, on which whoever asks may name anybody.
final class Esc1Edges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var pki = facts.pki();
        pki.authorities().forEach(authority -> {
            var domains = pki.domains(authority);
            if (domains.isEmpty()) {
                return;
            }
            pki.published(authority)
                    .filter(it -> it.template().issuesAtOnce()
                            && it.template().authenticates()
                            && it.template().enrolleeSuppliesSubject())
                    .forEach(it -> {
                        var both = List.of(pki.enrollersOf(it.template()), pki.enrollersAt(authority));
                        for (var holder : Together.of(facts, both)) {
                            for (var units : holder.combinations()) {
                                var all = pki.with(units, it, pki.mended(it.template()));
                                domains.forEach(
                                        domain -> edges.edge(holder.principal(), EdgeKind.ADCS_ESC1, domain, all));
                            }
                        }
                    });
        });
    }
}
