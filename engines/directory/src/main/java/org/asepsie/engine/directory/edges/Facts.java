package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.CaRegistry;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.jspecify.annotations.Nullable;

/// The forest as rules read it: groups, entries with the unit that removes them, containers.
final class Facts {
    private final Forest forest;
    private final Remedies remedies;
    private final Groups groups;
    private final LocalGroups localGroups;
    private final InheritedFrom inheritedFrom;
    private final boolean[] noOne;
    private final boolean[] ownerRights;
    private final boolean[] everybody;
    private @Nullable Pki pki;

    Facts(Forest forest, Remedies remedies) {
        this.forest = forest;
        this.remedies = remedies;
        groups = new Groups(forest, remedies);
        localGroups = new LocalGroups(forest);
        inheritedFrom = new InheritedFrom(forest);
        noOne = new boolean[forest.size()];
        ownerRights = new boolean[forest.size()];
        everybody = new boolean[forest.size()];
        for (var object = 0; object < forest.size(); object++) {
            var id = forest.id(object);
            if (id.contains("S-1-")) {
                noOne[object] = WellKnown.noOne(id);
                ownerRights[object] = WellKnown.ownerRights(id);
                everybody[object] = WellKnown.everybody(id);
            }
        }
    }

    Forest forest() {
        return forest;
    }

    Groups groups() {
        return groups;
    }

    /// Being this principal, or in this group, is no condition at all.
    boolean isEverybody(int principal) {
        return everybody[principal];
    }

    boolean isNoOne(int principal) {
        return noOne[principal];
    }

    boolean isOwnerRights(int principal) {
        return ownerRights[principal];
    }

    int unit(Remedy.Kind kind, int subject, int object) {
        return remedies.unit(kind, subject, object);
    }

    interface EntryVisitor {
        void entry(int trustee, Ace ace, int entry);
    }

    /// The entries that allow someone something on the object itself; those of the owner-rights identity left out.
    void entries(int object, EntryVisitor visitor) {
        var aces = forest.aces();
        for (var entry = aces.first(object); entry < aces.end(object); entry++) {
            var trustee = aces.trustee(entry);
            var ace = aces.ace(entry);
            if (ace.allow() && ace.rights() != 0 && !ace.inheritOnly() && !noOne[trustee] && !ownerRights[trustee]) {
                visitor.entry(trustee, ace, entry);
            }
        }
    }

    /// What has to be removed for an entry to go: at its object, or at the container it is inherited from.
    int unitOf(int object, int trustee, Ace ace, int entry) {
        return unit(Remedy.Kind.ENTRY, trustee, ace.inherited() ? inheritedFrom.source(object, entry) : object);
    }

    /// Who holds one of `rights` on an object, in the order of its descriptor.
    List<Grant> holders(int object, Set<Right> rights) {
        var wanted = rights.stream().mapToLong(Right::bit).reduce(0, (a, b) -> a | b);
        var result = new ArrayList<Grant>();
        entries(object, (trustee, ace, entry) -> {
            if ((ace.rights() & wanted) != 0) {
                add(result, new Grant(trustee, unitOf(object, trustee, ace, entry)));
            }
        });
        return result;
    }

    /// Those who hold a right at an authority: as its host's registry says where that was read, else as its object
    /// says.
    List<Grant> authorityHolders(int authority, Right right) {
        var security = forest.registry(authority).flatMap(CaRegistry::security);
        if (security.isEmpty()) {
            return holders(authority, Set.of(right));
        }
        var result = new ArrayList<Grant>();
        for (var grant : security.get()) {
            if (grant.right() == right && !noOne[grant.trustee()]) {
                add(result, new Grant(grant.trustee(), unit(Remedy.Kind.AUTHORITY_RIGHT, grant.trustee(), authority)));
            }
        }
        var host = forest.ref(authority, Attribute.HOST);
        holders(authority, Set.of(right)).stream()
                .filter(it -> it.holder() == host)
                .forEach(it -> add(result, it));
        return result;
    }

    /// Adds a grant once, unless what gives it is taken as removed.
    void add(List<Grant> grants, Grant grant) {
        if (!remedies.isDone(grant.unit()) && !grants.contains(grant)) {
            grants.add(grant);
        }
    }

    IntStream localMembers(int host, LocalGroup group) {
        return localGroups.members(host, group);
    }

    Optional<Integer> owner(int object) {
        var owner = forest.ref(object, Attribute.OWNER);
        return owner < 0 || noOne[owner] ? Optional.empty() : Optional.of(owner);
    }

    /// Not known to be switched off.
    boolean mayBeEnabled(int object) {
        return forest.flag(object, Attribute.ENABLED).orElse(true);
    }

    Pki pki() {
        var known = pki;
        if (known == null) {
            known = new Pki(this);
            pki = known;
        }
        return known;
    }

    /// An organisational unit or a domain: what a policy can be linked to.
    static boolean linkable(Kind kind) {
        return kind == Kind.OU || kind == Kind.DOMAIN;
    }
}
