package org.asepsie.engine.directory.control;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;

/// Principals that hold the highest privileges: the groups that a definition names, with their members by recursion
/// and by primary group.
public record PrivilegedSet(BitSet groups, BitSet members) {
    /// Administrators, operators of accounts, servers, printing and backup.
    private static final Set<Integer> BUILT_IN = Set.of(544, 548, 549, 550, 551);
    /// Domain Admins, Domain Controllers, Schema and Enterprise Admins, Key and Enterprise Key Admins.
    private static final Set<Integer> OF_DOMAIN = Set.of(512, 516, 518, 519, 526, 527);

    /// CERT-FR's set, on which the control points rest.
    public static PrivilegedSet certFr(Forest forest) {
        return closure(forest, groups(forest));
    }

    static boolean adminSdHolder(Forest forest, int object) {
        return forest.text(object, Attribute.DN)
                .filter(it -> it.regionMatches(true, 0, "CN=AdminSDHolder,CN=System,", 0, 27))
                .isPresent();
    }

    private static BitSet groups(Forest forest) {
        var groups = new BitSet();
        for (var it = 0; it < forest.size(); it++) {
            var kind = forest.kind(it);
            if (kind != Kind.GROUP && kind != Kind.BASE) {
                continue;
            }
            var id = forest.id(it);
            var builtIn = id.contains("S-1-5-32-");
            var rid = forest.rid(it);
            if (builtIn ? BUILT_IN.contains(rid) : id.startsWith("S-1-5-21-") && OF_DOMAIN.contains(rid)) {
                groups.set(it);
            }
        }
        return groups;
    }

    /// One walk downwards through memberships; each object is entered once, so loops of groups end.
    private static PrivilegedSet closure(Forest forest, BitSet groups) {
        var members = new BitSet();
        var open = new ArrayDeque<Integer>();
        groups.stream().forEach(open::add);
        while (!open.isEmpty()) {
            forest.refs(open.remove(), Attribute.MEMBERS)
                    .filter(it -> !members.get(it))
                    .forEach(it -> {
                        members.set(it);
                        open.add(it);
                    });
        }
        var all = (BitSet) members.clone();
        all.or(groups);
        for (var it = 0; it < forest.size(); it++) {
            var primary = forest.ref(it, Attribute.PRIMARY_GROUP);
            if (primary >= 0 && all.get(primary)) {
                members.set(it);
            }
        }
        return new PrivilegedSet(groups, members);
    }

    public boolean contains(int principal) {
        return groups.get(principal) || members.get(principal);
    }

    public IntStream principals() {
        var all = (BitSet) groups.clone();
        all.or(members);
        return all.stream();
    }
}
