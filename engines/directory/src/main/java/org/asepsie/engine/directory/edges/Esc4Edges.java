package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.edges.Pki.Published;

/// ADCSESC4: who can rewrite a published template makes it what ESC1 needs, provided the authority lets them enrol.
///
/// Three ways: control of the template; a general write, with the right to enrol on it; or the right to enrol on a
/// template
/// for signing in that needs no signature, with those of the two flags that still stand in the way.
final class Esc4Edges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var pki = facts.pki();
        pki.authorities().forEach(authority -> {
            var domains = pki.domains(authority);
            if (!domains.isEmpty()) {
                pki.published(authority).forEach(published -> {
                    for (var conditions : ways(published, facts)) {
                        for (var holder : Together.of(facts, conditions)) {
                            for (var units : holder.combinations()) {
                                var all = pki.with(units, published);
                                domains.forEach(it -> edges.edge(holder.principal(), EdgeKind.ADCS_ESC4, it, all));
                            }
                        }
                    }
                });
            }
        });
    }

    private static List<List<List<Grant>>> ways(Published published, Facts facts) {
        var pki = facts.pki();
        var template = published.template();
        var atAuthority = pki.enrollersAt(published.authority());
        var onTemplate = pki.enrollersOf(template);
        var result = new ArrayList<List<List<Grant>>>();
        result.add(List.of(controllers(template.index(), facts), atAuthority));
        result.add(List.of(facts.holders(template.index(), Set.of(Right.GENERIC_WRITE)), onTemplate, atAuthority));
        if (template.authenticates() && template.needsNoSignature()) {
            var conditions = new ArrayList<>(List.of(onTemplate, atAuthority));
            if (template.needsApproval()) {
                conditions.add(facts.holders(template.index(), Set.of(Right.WRITE_PKI_ENROLLMENT_FLAG)));
            }
            if (!template.enrolleeSuppliesSubject()) {
                conditions.add(facts.holders(template.index(), Set.of(Right.WRITE_PKI_NAME_FLAG)));
            }
            if (conditions.size() > 2) {
                result.add(conditions);
            }
        }
        return result;
    }

    private static List<Grant> controllers(int template, Facts facts) {
        var result = new ArrayList<>(
                facts.holders(template, Set.of(Right.GENERIC_ALL, Right.WRITE_DACL, Right.WRITE_OWNER)));
        facts.owner(template)
                .ifPresent(it -> facts.add(result, new Grant(it, facts.unit(Remedy.Kind.OWNERSHIP, it, template))));
        return result;
    }
}
