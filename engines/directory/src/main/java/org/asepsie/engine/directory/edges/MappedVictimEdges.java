package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.edges.Pki.Published;

/// ADCSESC9 and ADCSESC10: give an account that one controls another's name, let it enrol, and sign in as the other.
///
/// The victim may enrol on the template and at the authority; the attacker has GenericAll, GenericWrite, WriteDacl,
/// WriteOwner or ownership on the victim. 9: the template leaves the security extension out and a controller binds
/// weakly. 10: a template for TLS, and a controller maps by user name. a: the template asks for a user name; b: for a
/// DNS
/// name, so that only computers are victims. From the registry of controllers; not read is not claimed.
final class MappedVictimEdges implements EdgeRule {
    private static final Set<Right> CONTROL =
            Set.of(Right.GENERIC_ALL, Right.GENERIC_WRITE, Right.WRITE_DACL, Right.WRITE_OWNER);

    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var pki = facts.pki();
        pki.authorities()
                .forEach(authority -> pki.domains(authority).forEach(domain -> {
                    var weak = Controllers.anyBindsWeakly(facts.forest(), domain);
                    var byName = Controllers.anyMapsByUserName(facts.forest(), domain);
                    if (weak || byName) {
                        pki.published(authority)
                                .filter(it -> it.template().issuesAtOnce()
                                        && !it.template().enrolleeSuppliesSubject())
                                .forEach(it -> {
                                    var nine = weak
                                            && it.template().authenticates()
                                            && it.template().noSecurityExtension();
                                    var ten = byName && it.template().authenticatesOverTls();
                                    if (nine || ten) {
                                        derive(it, domain, nine, ten, facts, edges);
                                    }
                                });
                    }
                }));
    }

    private static void derive(
            Published published, int domain, boolean nine, boolean ten, Facts facts, EdgeSink edges) {
        var template = published.template();
        var binding = facts.unit(Remedy.Kind.CERTIFICATE_BINDING, domain, -1);
        victims(published, facts).stream().forEach(victim -> {
            var computer = facts.forest().kind(victim) == Kind.COMPUTER;
            var a = template.needsUserName() && facts.pki().mayEnrol(victim, template);
            var b = template.needsDnsName() && computer;
            if (a || b) {
                for (var attacker : controllers(victim, facts)) {
                    var all = facts.pki()
                            .with(
                                    new int[] {attacker.unit()},
                                    published,
                                    binding,
                                    facts.pki().mended(template));
                    kinds(nine, ten, a, b).forEach(it -> edges.edge(attacker.holder(), it, domain, all));
                }
            }
        });
    }

    private static List<EdgeKind> kinds(boolean nine, boolean ten, boolean a, boolean b) {
        var result = new ArrayList<EdgeKind>();
        if (nine && a) {
            result.add(EdgeKind.ADCS_ESC9A);
        }
        if (nine && b) {
            result.add(EdgeKind.ADCS_ESC9B);
        }
        if (ten && a) {
            result.add(EdgeKind.ADCS_ESC10A);
        }
        if (ten && b) {
            result.add(EdgeKind.ADCS_ESC10B);
        }
        return result;
    }

    /// Every account that may enrol, through whichever groups; all accounts where both sides let everybody in.
    private static BitSet victims(Published published, Facts facts) {
        var forest = facts.forest();
        var result = accounts(forest);
        for (var enrollers : List.of(
                facts.pki().enrollersOf(published.template()), facts.pki().enrollersAt(published.authority()))) {
            if (enrollers.stream().noneMatch(it -> facts.isEverybody(it.holder()))) {
                var allowed = new BitSet();
                enrollers.forEach(it -> allowed.or(facts.groups().expansion(it.holder())));
                result.and(allowed);
            }
        }
        return result;
    }

    private static BitSet accounts(Forest forest) {
        var result = new BitSet();
        for (var object = 0; object < forest.size(); object++) {
            result.set(object, forest.kind(object) == Kind.USER || forest.kind(object) == Kind.COMPUTER);
        }
        return result;
    }

    private static List<Grant> controllers(int victim, Facts facts) {
        var result = new ArrayList<>(facts.holders(victim, CONTROL));
        facts.owner(victim)
                .ifPresent(it -> facts.add(result, new Grant(it, facts.unit(Remedy.Kind.OWNERSHIP, it, victim))));
        result.removeIf(it -> it.holder() == victim);
        return result;
    }
}
