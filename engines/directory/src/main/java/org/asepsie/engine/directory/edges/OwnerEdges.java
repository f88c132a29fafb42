package org.asepsie.engine.directory.edges;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;

/// What owning an object, or being able to take it, is worth: Owns, WriteOwner and their limited forms.
///
/// An owner may rewrite the descriptor, unless an entry for the owner-rights identity (S-1-3-4) says what an owner may
/// do instead. If that holds something usable, the owner has just this; who can only take ownership has the inherited
/// part of it, since the other entries vanish with the old owner. Character 29 of dSHeuristics = 1 blocks implicit
/// owner rights on computers and managed accounts for all but Domain and Enterprise Admins (KB5008383).
final class OwnerEdges implements EdgeRule {
    private static final Set<Right> HARMLESS = EnumSet.of(
            Right.OTHER_WRITE,
            Right.ENROLL,
            Right.GET_CHANGES,
            Right.GET_CHANGES_ALL,
            Right.GET_CHANGES_IN_FILTERED_SET);

    private static final int PLACE_OF_BLOCK = 28;

    @Override
    public void derive(Facts facts, EdgeSink edges) {
        for (var object = 0; object < facts.forest().size(); object++) {
            new OfObject(facts, object).derive(edges);
        }
    }

    /// One object, with the entries for the owner-rights identity on it.
    private static final class OfObject {
        private final Facts facts;
        private final int object;
        private final List<Ace> forOwner;

        OfObject(Facts facts, int object) {
            this.facts = facts;
            this.object = object;
            var aces = facts.forest().aces();
            forOwner = IntStream.range(aces.first(object), aces.end(object))
                    .filter(it -> facts.isOwnerRights(aces.trustee(it)))
                    .mapToObj(aces::ace)
                    .filter(it -> it.allow() && !it.inheritOnly())
                    .toList();
        }

        void derive(EdgeSink edges) {
            var usable = forOwner.stream().anyMatch(OfObject::usable);
            var usableInherited = forOwner.stream().anyMatch(it -> usable(it) && it.inherited());
            var blocked = implicitRightsBlocked();
            if (usable) {
                owns(EdgeKind.OWNS_LIMITED_RIGHTS, edges);
            } else if (!limited() && !(blocked && !ownerIsAdministrator())) {
                owns(EdgeKind.OWNS, edges);
            }
            if (usableInherited) {
                takes(EdgeKind.WRITE_OWNER_LIMITED_RIGHTS, edges);
            } else if (!inheritedLimit() && !blocked) {
                takes(EdgeKind.WRITE_OWNER, edges);
            }
        }

        private boolean limited() {
            return !forOwner.isEmpty() || facts.forest().is(object, Attribute.ACES_FOR_OWNER_RIGHTS);
        }

        private boolean inheritedLimit() {
            return forOwner.stream().anyMatch(Ace::inherited)
                    || facts.forest().is(object, Attribute.INHERITED_ACES_FOR_OWNER_RIGHTS);
        }

        private static boolean usable(Ace ace) {
            return ace.rightsSet().stream().anyMatch(it -> !HARMLESS.contains(it));
        }

        private void owns(EdgeKind kind, EdgeSink edges) {
            facts.owner(object)
                    .filter(owner -> owner != object && !facts.isOwnerRights(owner))
                    .ifPresent(
                            owner -> edges.edge(owner, kind, object, facts.unit(Remedy.Kind.OWNERSHIP, owner, object)));
        }

        private void takes(EdgeKind kind, EdgeSink edges) {
            facts.holders(object, Set.of(Right.WRITE_OWNER)).stream()
                    .filter(it -> it.holder() != object)
                    .forEach(it -> edges.edge(it.holder(), kind, object, it.unit()));
        }

        private boolean implicitRightsBlocked() {
            var forest = facts.forest();
            var domain = forest.domain(object);
            var computer = forest.kind(object) == Kind.COMPUTER || forest.is(object, Attribute.MANAGED_ACCOUNT);
            return computer
                    && domain >= 0
                    && forest.text(domain, Attribute.HEURISTICS)
                            .filter(it -> it.length() > PLACE_OF_BLOCK && it.charAt(PLACE_OF_BLOCK) == '1')
                            .isPresent();
        }

        private boolean ownerIsAdministrator() {
            return facts.owner(object).filter(this::isAdministrator).isPresent();
        }

        private boolean isAdministrator(int owner) {
            var forest = facts.forest();
            return forest.all(Kind.GROUP)
                    .filter(it -> WellKnown.ofDomain(forest, it, WellKnown.DOMAIN_ADMINS)
                            || WellKnown.ofDomain(forest, it, WellKnown.ENTERPRISE_ADMINS))
                    .anyMatch(it -> facts.groups().expansion(it).get(owner));
        }
    }
}
