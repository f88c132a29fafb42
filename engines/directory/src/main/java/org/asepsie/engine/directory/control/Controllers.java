package org.asepsie.engine.directory.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;

/// Who, outside the privileged set, directly controls an object by its owner or by an entry of its descriptor.
///
/// Level 1 stands for a right that gives control by itself, 2 for one that needs a further condition. Longer paths are
/// the business of the attack graph.
final class Controllers {
    /// Accounts of the system itself and placeholders, which are nobody: see [MS-DTYP] 2.4.2.4.
    private static final Pattern NOBODY = Pattern.compile(
            ".*S-1-(?:0-0|3-0|3-1|3-4|5-2|5-3|5-4|5-6|5-9|5-10|5-18|5-19|5-20|5-(?:80|82|90|96)(?:-.*)?)$");

    private static final long STRONG = bits(
            Right.GENERIC_ALL,
            Right.WRITE_DACL,
            Right.WRITE_OWNER,
            Right.GENERIC_WRITE,
            Right.ALL_EXTENDED_RIGHTS,
            Right.FORCE_CHANGE_PASSWORD,
            Right.ADD_MEMBER,
            Right.ADD_SELF,
            Right.GET_CHANGES_ALL,
            Right.ADD_KEY_CREDENTIAL_LINK,
            Right.ADD_ALLOWED_TO_ACT,
            Right.WRITE_ACCOUNT_RESTRICTIONS,
            Right.WRITE_GP_LINK,
            Right.READ_GMSA_PASSWORD,
            Right.READ_LAPS_PASSWORD,
            Right.MANAGE_CA,
            Right.OWNS_LIMITED,
            Right.WRITE_OWNER_LIMITED);
    private static final long CONDITIONAL = bits(
            Right.WRITE_SPN,
            Right.WRITE_PUBLIC_INFORMATION,
            Right.WRITE_ALT_SECURITY_IDENTITIES,
            Right.GET_CHANGES_IN_FILTERED_SET,
            Right.SYNC_LAPS_PASSWORD,
            Right.MANAGE_CERTIFICATES,
            Right.WRITE_PKI_ENROLLMENT_FLAG,
            Right.WRITE_PKI_NAME_FLAG);

    private final Forest forest;
    private final PrivilegedSet privileged;
    private final Map<Integer, Boolean> delegated = new HashMap<>();

    Controllers(Forest forest, PrivilegedSet privileged) {
        this.forest = forest;
        this.privileged = privileged;
    }

    /// One principal with one right over an object.
    record Control(int principal, String right, boolean inherited, int level) {}

    private static long bits(Right... rights) {
        var bits = 0L;
        for (var it : rights) {
            bits |= it.bit();
        }
        return bits;
    }

    List<Control> of(int object) {
        return of(object, STRONG, CONDITIONAL);
    }

    /// Those who hold one of `rights`, whatever the object is.
    List<Control> holding(int object, Set<Right> rights) {
        return of(object, rights.stream().mapToLong(Right::bit).reduce(0, (a, b) -> a | b), 0).stream()
                .filter(it -> !it.right.equals("Owns"))
                .toList();
    }

    private List<Control> of(int object, long strong, long conditional) {
        var found = new ArrayList<Control>();
        var owner = forest.ref(object, Attribute.OWNER);
        if (owner >= 0 && ordinary(owner, object)) {
            found.add(new Control(owner, "Owns", false, 1));
        }
        var aces = forest.aces();
        for (var entry = aces.first(object); entry < aces.end(object); entry++) {
            var ace = aces.ace(entry);
            var held = ace.allow() ? ace.rights() & (strong | conditional) : 0;
            if (held != 0 && ordinary(aces.trustee(entry), object)) {
                for (var right : Right.values()) {
                    if ((held & right.bit()) != 0) {
                        var level = (strong & right.bit()) != 0 ? 1 : 2;
                        found.add(new Control(aces.trustee(entry), right.label(), ace.inherited(), level));
                    }
                }
            }
        }
        return found;
    }

    private boolean ordinary(int principal, int object) {
        return principal != object
                && !privileged.contains(principal)
                && !NOBODY.matcher(forest.id(principal)).matches()
                && !furtherTierZero(principal);
    }

    /// CERT-FR accepts a principal outside the set as one of Tier-0 when it is guarded like one: inheritance off, and
    /// nobody ordinary controls it; a group only with such members and without groups among them.
    private boolean furtherTierZero(int principal) {
        var known = delegated.get(principal);
        if (known != null) {
            return known;
        }
        delegated.put(principal, false); // a circle of principals that vouch for each other is none
        var guarded = guarded(principal) && members(principal);
        delegated.put(principal, guarded);
        return guarded;
    }

    private boolean guarded(int principal) {
        return forest.is(principal, Attribute.PROTECTED) && of(principal).isEmpty();
    }

    private boolean members(int principal) {
        if (forest.kind(principal) != Kind.GROUP) {
            return true;
        }
        return forest.has(principal, Attribute.MEMBERS)
                && forest.refs(principal, Attribute.MEMBERS)
                        .allMatch(it -> privileged.contains(it) || forest.kind(it) != Kind.GROUP && guarded(it));
    }
}
