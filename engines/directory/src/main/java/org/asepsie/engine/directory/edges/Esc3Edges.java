package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.CaRegistry;
import org.asepsie.engine.directory.CaRegistry.AgentRestriction;
import org.asepsie.engine.directory.edges.Pki.Published;

/// ADCSESC3: a certificate of an enrolment agent, then with it one for signing in as somebody else.
///
/// Enrolment on both templates and at both authorities; where the second authority restricts agents, and that was read,
/// also
/// the permission to act as one. Only the second authority must be believed by the domain.
final class Esc3Edges implements EdgeRule {
    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var pki = facts.pki();
        var agents = pki.published()
                .filter(it -> !it.template().needsApproval()
                        && it.template().needsNoSignature()
                        && hostAnswers(facts, it.authority()))
                .toList();
        pki.authorities().forEach(authority -> {
            var domains = pki.domains(authority);
            if (domains.isEmpty()) {
                return;
            }
            pki.published(authority)
                    .filter(it ->
                            it.template().authenticates() && !it.template().needsApproval())
                    .forEach(second -> agents.stream()
                            .filter(first -> first.template().actsAsAgentFor(second.template()))
                            .forEach(first -> derive(first, second, domains, facts, edges)));
        });
    }

    private static boolean hostAnswers(Facts facts, int authority) {
        var host = facts.forest().ref(authority, Attribute.HOST);
        return host >= 0 && facts.mayBeEnabled(host);
    }

    private static void derive(
            Published first, Published second, Iterable<Integer> domains, Facts facts, EdgeSink edges) {
        var pki = facts.pki();
        var conditions = new ArrayList<>(List.of(
                pki.enrollersOf(first.template()),
                pki.enrollersOf(second.template()),
                pki.enrollersAt(first.authority()),
                pki.enrollersAt(second.authority())));
        permittedAgents(second, facts).ifPresent(conditions::add);
        for (var holder : Together.of(facts, conditions)) {
            if (pki.mayEnrol(holder.principal(), first.template())) {
                for (var units : holder.combinations()) {
                    var all = pki.with(
                            pki.with(units, first, pki.mended(first.template())),
                            second,
                            pki.mended(second.template()));
                    domains.forEach(it -> edges.edge(holder.principal(), EdgeKind.ADCS_ESC3, it, all));
                }
            }
        }
    }

    /// Empty where the authority does not restrict agents, or nobody could read whether it does.
    private static Optional<List<Grant>> permittedAgents(Published published, Facts facts) {
        return facts.forest()
                .registry(published.authority())
                .flatMap(CaRegistry::agentRestrictions)
                .filter(it -> !it.isEmpty())
                .map(all -> all.stream()
                        .filter(AgentRestriction::allowed)
                        .filter(it -> it.allTemplates()
                                || it.template() == published.template().index())
                        .map(it -> new Grant(
                                it.agent(), facts.unit(Remedy.Kind.AUTHORITY_RIGHT, it.agent(), published.authority())))
                        .toList());
    }
}
