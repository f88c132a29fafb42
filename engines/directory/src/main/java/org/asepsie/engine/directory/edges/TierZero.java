package org.asepsie.engine.directory.edges;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;

/// The top that paths are measured to, and who stands below.
///
/// The heads of domains, AdminSDHolder, RID 500, the groups 512, 516, 518, 519, 526, 527, S-1-5-9 and 544, with their
/// members by recursion. A group that takes in everyone (Domain Users, Authenticated Users…) is not opened: should it
/// stand among the members, everyone is exposed rather than at the top.
public final class TierZero {
    private static final Set<Integer> TOP_OF_DOMAIN = Set.of(
            WellKnown.ADMINISTRATOR,
            WellKnown.DOMAIN_ADMINS,
            WellKnown.DOMAIN_CONTROLLERS,
            WellKnown.SCHEMA_ADMINS,
            WellKnown.ENTERPRISE_ADMINS,
            WellKnown.KEY_ADMINS,
            WellKnown.ENTERPRISE_KEY_ADMINS);

    /// Domain Users, Guests and Computers; Users and Guests of the host.
    private static final Set<Integer> EVERYONE_OF_DOMAIN = Set.of(513, 514, 515);

    private final BitSet nodes;
    private final BitSet principals;

    private TierZero(BitSet nodes, BitSet principals) {
        this.nodes = nodes;
        this.principals = principals;
    }

    public static TierZero of(Forest forest) {
        return of(forest, Set.of());
    }

    /// The same as if `done` had been removed already.
    static TierZero of(Forest forest, Set<Remedy> done) {
        return of(new Facts(forest, new Remedies(done)));
    }

    private static TierZero of(Facts facts) {
        var forest = facts.forest();
        var nodes = new BitSet(forest.size());
        var principals = new BitSet(forest.size());
        for (var object = 0; object < forest.size(); object++) {
            if (isTop(forest, object)) {
                nodes.set(object);
            }
            var account = forest.kind(object) == Kind.USER || forest.kind(object) == Kind.COMPUTER;
            principals.set(object, account && facts.mayBeEnabled(object));
        }
        for (var added = (BitSet) nodes.clone(); !added.isEmpty(); ) {
            added = membersOf(added, facts);
            added.andNot(nodes);
            nodes.or(added);
        }
        principals.andNot(nodes);
        return new TierZero(nodes, principals);
    }

    private static BitSet membersOf(BitSet groups, Facts facts) {
        var result = new BitSet();
        groups.stream().forEach(group -> facts.groups().direct(group).forEach(result::set));
        for (var member : result.stream().toArray()) {
            result.set(member, !takesInEveryone(facts, member));
        }
        return result;
    }

    private static boolean takesInEveryone(Facts facts, int object) {
        var forest = facts.forest();
        return facts.isEverybody(object)
                || EVERYONE_OF_DOMAIN.stream().anyMatch(it -> WellKnown.ofDomain(forest, object, it))
                || WellKnown.builtin(forest.id(object), 545)
                || WellKnown.builtin(forest.id(object), 546)
                || facts.isNoOne(object);
    }

    private static boolean isTop(Forest forest, int object) {
        return switch (forest.kind(object)) {
            case DOMAIN -> true;
            case CONTAINER, OTHER ->
                forest.text(object, Attribute.DN)
                        .filter(it -> it.toUpperCase(Locale.ROOT).startsWith("CN=ADMINSDHOLDER,CN=SYSTEM,"))
                        .isPresent();
            case USER, GROUP, BASE -> {
                var id = forest.id(object);
                yield TOP_OF_DOMAIN.stream().anyMatch(it -> WellKnown.ofDomain(forest, object, it))
                        || WellKnown.builtin(id, 544)
                        || WellKnown.sid(id).equals("S-1-5-9");
            }
            default -> false;
        };
    }

    /// The objects at the top.
    public BitSet nodes() {
        return (BitSet) nodes.clone();
    }

    /// The accounts of people and machines that are not known to be switched off and not at the top themselves.
    public BitSet principals() {
        return (BitSet) principals.clone();
    }
}
