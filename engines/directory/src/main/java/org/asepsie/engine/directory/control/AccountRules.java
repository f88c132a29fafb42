package org.asepsie.engine.directory.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;

/// Settings of accounts and of privileged accounts.
final class AccountRules {
    private static final Need USERS = Need.seen(Kind.USER);
    private static final Need MEMBERS = Need.of(Attribute.MEMBERS);
    private static final int AES = 0x18;
    private static final int LARGEST_BUILT_IN_RID = 999;

    static final List<Rule> RULES = List.of(
            flag("kerberos_properties_preauth", 2, false, Attribute.NO_PREAUTHENTICATION),
            flag("kerberos_properties_preauth_priv", 1, true, Attribute.NO_PREAUTHENTICATION),
            flag("kerberos_properties_deskey", 2, false, Attribute.DES_ONLY),
            flag("reversible_password_priv_uac", 3, true, Attribute.REVERSIBLE_PASSWORD),
            Rule.of(
                    "kerberos_properties_encryption",
                    AccountRules::withoutAes,
                    Need.of(Attribute.ENCRYPTION_TYPES),
                    Need.of(Attribute.SERVICE_NAMES),
                    USERS),
            Rule.of("guest", AccountRules::guest, Need.of(Attribute.ENABLED), USERS),
            Rule.of("primary_group_id_1000", it -> primary(it, true), Need.of(Attribute.PRIMARY_GROUP), USERS),
            Rule.of("primary_group_id_nochange", it -> primary(it, false), Need.of(Attribute.PRIMARY_GROUP), USERS),
            Rule.of("privileged_members", AccountRules::tooMany, MEMBERS, USERS),
            Rule.of("privileged_members_perm", AccountRules::controlled, MEMBERS, Need.descriptorsOf(Kind.USER)),
            Rule.of(
                    "privileged_members_no_admincount",
                    AccountRules::withoutAdminCount,
                    MEMBERS,
                    Need.of(Attribute.ADMIN_COUNT)),
            Rule.of(
                    "privileged_members_password",
                    AccountRules::weakPolicy,
                    MEMBERS,
                    Need.of(Attribute.MINIMUM_PASSWORD_LENGTH),
                    Need.of(Attribute.MAXIMUM_PASSWORD_AGE)),
            Rule.of("protected_users", AccountRules::unprotected, MEMBERS, USERS),
            Rule.of("silo_priv", AccountRules::outsideSilo, MEMBERS, Need.of(Attribute.AUTHENTICATION_SILO)),
            Rule.of("spn_priv", AccountRules::serviceNames, MEMBERS, Need.of(Attribute.SERVICE_NAMES)),
            Rule.of("sidhistory_present", it -> history(it, false), Need.of(Attribute.SID_HISTORY)),
            Rule.of("sidhistory_dangerous", it -> history(it, true), Need.of(Attribute.SID_HISTORY)),
            Rule.of("sd_failed_sd_read_on_priv", AccountRules::unread, MEMBERS, Need.descriptorsOf(Kind.USER)));

    private AccountRules() {}

    private static Rule flag(String point, int level, boolean privileged, Attribute attribute) {
        return Rule.of(
                point,
                it -> it.findings(
                        privileged ? it.enabledPrivilegedUsers() : it.enabledUsers(),
                        user -> it.forest().is(user, attribute),
                        _ -> attribute.label(),
                        level),
                Need.of(attribute),
                USERS);
    }

    private static Stream<Finding> withoutAes(Examination it) {
        var forest = it.forest();
        return it.findings(
                it.enabledUsers().filter(user -> !it.managed(user) && forest.count(user, Attribute.SERVICE_NAMES) > 0),
                user -> forest.tells(Attribute.ENCRYPTION_TYPES)
                        && (forest.number(user, Attribute.ENCRYPTION_TYPES).orElse(0) & AES) == 0,
                user -> Attribute.ENCRYPTION_TYPES.label() + " "
                        + forest.number(user, Attribute.ENCRYPTION_TYPES).orElse(0),
                3);
    }

    private static Stream<Finding> guest(Examination it) {
        return it.findings(
                it.all(Kind.USER).filter(user -> it.forest().rid(user) == 501),
                user -> it.forest().is(user, Attribute.ENABLED),
                _ -> Attribute.ENABLED.label(),
                2);
    }

    /// A primary group gives membership without standing in `member`: a low number hides a privileged one.
    private static Stream<Finding> primary(Examination it, boolean low) {
        return it.findings(
                IntStream.concat(it.all(Kind.USER), it.all(Kind.COMPUTER)),
                account -> {
                    var rid = it.primaryRid(account);
                    return rid > 0 && !usual(it, account).contains(rid) && (!low || rid <= LARGEST_BUILT_IN_RID);
                },
                account -> Attribute.PRIMARY_GROUP.label() + " " + it.primaryRid(account),
                low ? 1 : 3);
    }

    private static Set<Integer> usual(Examination it, int account) {
        if (it.forest().kind(account) == Kind.COMPUTER) {
            return Set.of(515, 516, 521);
        }
        if (it.managed(account)) {
            return Set.of(513, 515);
        }
        return it.forest().rid(account) == 501
                ? Set.of(514)
                : it.trustAccount(account) ? Set.of(513, 515) : Set.of(513);
    }

    /// Level 1 where even the distinct logon names are too many; the built-in administrator does not count.
    private static Stream<Finding> tooMany(Examination it) {
        var forest = it.forest();
        var accounts = it.enabledPrivilegedUsers()
                .filter(user -> forest.rid(user) != 500 && forest.rid(user) != 502)
                .toArray();
        var names = new HashSet<String>();
        for (var account : accounts) {
            names.add(forest.text(account, Attribute.LOGON_NAME)
                    .orElse(forest.id(account))
                    .toLowerCase(Locale.ROOT));
        }
        var most = Math.max(
                it.threshold("privileged_members", "tolerance"),
                it.threshold("privileged_members", "per_domain") * it.domains().count());
        var level = names.size() > most ? 1 : 2;
        return accounts.length > most
                ? it.findings(IntStream.of(accounts), _ -> true, user -> groupsOf(it, user), level)
                : Stream.empty();
    }

    private static String groupsOf(Examination it, int user) {
        return "member "
                + it.privileged().groups().stream()
                        .filter(group ->
                                it.forest().refs(group, Attribute.MEMBERS).anyMatch(member -> member == user))
                        .mapToObj(it.forest()::name)
                        .findFirst()
                        .orElse("…");
    }

    private static Stream<Finding> controlled(Examination it) {
        return it.controlled(IntStream.concat(it.privilegedUsers(), it.privileged().groups().stream()));
    }

    private static Stream<Finding> withoutAdminCount(Examination it) {
        return it.findings(
                it.privilegedUsers(),
                user -> !it.forest().is(user, Attribute.ADMIN_COUNT)
                        && it.forest().tells(Attribute.ADMIN_COUNT),
                _ -> Attribute.ADMIN_COUNT.label() + " –",
                2);
    }

    /// The policy of the domain, unless a policy of its own applies to the account.
    private static Stream<Finding> weakPolicy(Examination it) {
        var point = "privileged_members_password";
        var forest = it.forest();
        return it.enabledPrivilegedUsers().boxed().flatMap(user -> {
            var own = forest.ref(user, Attribute.PASSWORD_SETTINGS);
            var policy = own >= 0 ? own : forest.domain(user);
            if (policy < 0) {
                return Stream.empty();
            }
            var length = forest.number(policy, Attribute.MINIMUM_PASSWORD_LENGTH);
            var age = forest.number(policy, Attribute.MAXIMUM_PASSWORD_AGE);
            var found = new ArrayList<String>();
            if (length.isPresent() && length.getAsInt() < it.threshold(point, "length")) {
                found.add(Attribute.MINIMUM_PASSWORD_LENGTH.label() + " " + length.getAsInt());
            }
            if (age.isPresent() && age.getAsInt() > it.threshold(point, "days")) {
                found.add(Attribute.MAXIMUM_PASSWORD_AGE.label() + " "
                        + (age.getAsInt() == Integer.MAX_VALUE ? "∞" : String.valueOf(age.getAsInt())));
            }
            return found.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Finding(user, String.join(", ", found) + " (" + forest.name(policy) + ")", 2));
        });
    }

    private static Stream<Finding> unprotected(Examination it) {
        var forest = it.forest();
        var inside = it.all(Kind.GROUP)
                .filter(group -> forest.rid(group) == 525)
                .flatMap(group -> forest.refs(group, Attribute.MEMBERS))
                .boxed()
                .collect(Collectors.toSet());
        return it.findings(
                it.enabledPrivilegedUsers().filter(user -> !it.managed(user)),
                user -> !inside.contains(user),
                _ -> "member Protected Users –",
                3);
    }

    private static Stream<Finding> outsideSilo(Examination it) {
        return it.findings(
                it.enabledPrivilegedUsers(),
                user -> !it.forest().has(user, Attribute.AUTHENTICATION_SILO)
                        && it.forest().tells(Attribute.AUTHENTICATION_SILO),
                _ -> Attribute.AUTHENTICATION_SILO.label() + " –",
                4);
    }

    /// A managed account is tolerated: nobody guesses its password. Other tolerances need the account's own policy.
    private static Stream<Finding> serviceNames(Examination it) {
        var forest = it.forest();
        return it.findings(
                it.enabledPrivilegedUsers().filter(user -> !it.managed(user) && forest.rid(user) != 502),
                user -> forest.count(user, Attribute.SERVICE_NAMES) > 0,
                user -> Attribute.SERVICE_NAMES.label() + " "
                        + forest.texts(user, Attribute.SERVICE_NAMES).getFirst(),
                1);
    }

    private static Stream<Finding> history(Examination it, boolean dangerous) {
        var forest = it.forest();
        return it.all()
                .boxed()
                .flatMap(object -> forest.refs(object, Attribute.SID_HISTORY)
                        .filter(old -> !dangerous || privilegedOrWellKnown(it, forest, old))
                        .mapToObj(old -> new Finding(
                                object, Attribute.SID_HISTORY.label() + " " + forest.id(old), dangerous ? 2 : 3)));
    }

    private static boolean privilegedOrWellKnown(Examination it, Forest forest, int old) {
        return it.privileged().contains(old)
                || !forest.id(old).startsWith("S-1-5-21-")
                || forest.rid(old) <= LARGEST_BUILT_IN_RID;
    }

    private static Stream<Finding> unread(Examination it) {
        return it.findings(
                it.privilegedUsers(),
                user -> !it.forest().hasDescriptor(user) && it.all(Kind.USER).anyMatch(it.forest()::hasDescriptor),
                _ -> "nTSecurityDescriptor –",
                3);
    }
}
