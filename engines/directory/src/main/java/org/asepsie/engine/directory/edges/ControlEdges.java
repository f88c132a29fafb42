package org.asepsie.engine.directory.edges;

import java.util.EnumSet;
import java.util.Set;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;

/// Every right that an entry gives on the object that carries it, as an edge of that name.
///
/// WriteOwner depends on the owner-rights identity and is found by [OwnerEdges]; rights at an authority follow its
/// registry where that was read. An object without any access list is everyone's.
final class ControlEdges implements EdgeRule {
    private static final Set<Right> ELSEWHERE = EnumSet.of(Right.WRITE_OWNER, Right.OTHER_WRITE);

    private static final Set<Right> OF_AUTHORITIES =
            EnumSet.of(Right.ENROLL, Right.MANAGE_CA, Right.MANAGE_CERTIFICATES);

    @Override
    public void derive(Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        for (var object = 0; object < forest.size(); object++) {
            var authority = forest.kind(object) == Kind.ENTERPRISE_CA;
            rightsOn(object, authority, facts, edges);
            if (authority) {
                rightsAt(object, facts, edges);
            }
            if (forest.is(object, Attribute.NULL_DACL)) {
                openToAll(object, facts, edges);
            }
        }
    }

    private static void rightsOn(int object, boolean authority, Facts facts, EdgeSink edges) {
        facts.entries(object, (trustee, ace, entry) -> {
            if (trustee == object) {
                return;
            }
            for (var right : ace.rightsSet()) {
                var kind = EdgeKind.of(right);
                if (kind.isPresent() && !ELSEWHERE.contains(right) && !(authority && OF_AUTHORITIES.contains(right))) {
                    var unit = right == Right.READ_GMSA_PASSWORD
                            ? facts.unit(Remedy.Kind.PASSWORD_READER, trustee, object)
                            : facts.unitOf(object, trustee, ace, entry);
                    edges.edge(trustee, kind.get(), object, unit);
                }
            }
        });
    }

    private static void rightsAt(int authority, Facts facts, EdgeSink edges) {
        for (var right : OF_AUTHORITIES) {
            for (var grant : facts.authorityHolders(authority, right)) {
                edges.edge(grant.holder(), EdgeKind.of(right).orElseThrow(), authority, grant.unit());
            }
        }
    }

    private static void openToAll(int object, Facts facts, EdgeSink edges) {
        var forest = facts.forest();
        var domain = forest.domain(object);
        var everyone = domain < 0 ? -1 : forest.find(forest.name(domain) + "-S-1-1-0");
        if (everyone >= 0) {
            edges.edge(everyone, EdgeKind.GENERIC_ALL, object, facts.unit(Remedy.Kind.ENTRY, everyone, object));
        }
    }
}
