package org.asepsie.engine.directory.edges;

import java.util.Set;
import org.asepsie.engine.directory.Forest;

/// Identities that every directory has, told by their SID (MS-DTYP 2.4.2.4). Collectors put a domain in front.
final class WellKnown {
    static final int ADMINISTRATOR = 500;
    static final int DOMAIN_ADMINS = 512;
    static final int DOMAIN_USERS = 513;
    static final int DOMAIN_COMPUTERS = 515;
    static final int DOMAIN_CONTROLLERS = 516;
    static final int SCHEMA_ADMINS = 518;
    static final int ENTERPRISE_ADMINS = 519;
    static final int READ_ONLY_CONTROLLERS = 521;
    static final int KEY_ADMINS = 526;
    static final int ENTERPRISE_KEY_ADMINS = 527;

    /// Principals that are no one's account: the system, placeholders, kinds of logon.
    private static final Set<String> NO_ONE = Set.of(
            "S-1-5-18",
            "S-1-3-0",
            "S-1-3-1",
            "S-1-5-10",
            "S-1-5-2",
            "S-1-5-3",
            "S-1-5-4",
            "S-1-5-6",
            "S-1-5-19",
            "S-1-5-20",
            "S-1-0-0");

    private static final Set<String> NO_ONE_BELOW = Set.of("S-1-5-80-", "S-1-5-82-", "S-1-5-90-", "S-1-5-96-");

    private WellKnown() {}

    /// The SID without the domain that a collector may have put in front.
    static String sid(String id) {
        var at = id.indexOf("S-1-");
        return at > 0 ? id.substring(at) : id;
    }

    static boolean noOne(String id) {
        var sid = sid(id);
        return NO_ONE.contains(sid) || NO_ONE_BELOW.stream().anyMatch(sid::startsWith);
    }

    static boolean ownerRights(String id) {
        return sid(id).equals("S-1-3-4");
    }

    static boolean authenticatedUsers(String id) {
        return sid(id).equals("S-1-5-11");
    }

    static boolean everyone(String id) {
        return sid(id).equals("S-1-1-0");
    }

    /// A group that takes in every account, so that being in it is no condition.
    static boolean everybody(String id) {
        return authenticatedUsers(id) || everyone(id);
    }

    /// The built-in group with this number, as -544.
    static boolean builtin(String id, int number) {
        return sid(id).equals("S-1-5-32-" + number);
    }

    /// An account or group that a domain made with this number.
    static boolean ofDomain(Forest forest, int object, int rid) {
        return forest.rid(object) == rid && sid(forest.id(object)).startsWith("S-1-5-21-");
    }
}
