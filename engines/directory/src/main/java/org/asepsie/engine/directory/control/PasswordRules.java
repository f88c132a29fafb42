package org.asepsie.engine.directory.control;

import static org.asepsie.engine.directory.Attribute.LAST_LOGON_REPLICATED;
import static org.asepsie.engine.directory.Attribute.PASSWORD_NEVER_EXPIRES;
import static org.asepsie.engine.directory.Attribute.PASSWORD_SET;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;

/// Secrets that are not renewed, and accounts that nobody uses. Ages are counted to the date of the examination.
final class PasswordRules {
    private static final Need PASSWORDS = Need.of(PASSWORD_SET);
    private static final Need MACHINES = Need.seen(Kind.COMPUTER);
    private static final Need USERS = Need.seen(Kind.USER);

    static final List<Rule> RULES = List.of(
            old("password_change_dc_no_change", 1, Examination::controllers, PASSWORD_SET, MACHINES),
            old("password_change_inactive_dc", 1, Examination::controllers, LAST_LOGON_REPLICATED, MACHINES),
            old("password_change_priv", 1, Examination::enabledPrivilegedUsers, PASSWORD_SET, USERS),
            old("krbtgt", 2, it -> it.all(Kind.USER).filter(user -> it.forest().rid(user) == 502), PASSWORD_SET, USERS),
            old("password_change_server_no_change_90", 2, Examination::servers, PASSWORD_SET, MACHINES),
            old("password_change_server_no_change_45", 3, Examination::servers, PASSWORD_SET, MACHINES),
            old("password_change_inactive_servers", 3, Examination::servers, LAST_LOGON_REPLICATED, MACHINES),
            old("password_change_cluster_no_change_3years", 2, PasswordRules::clusters, PASSWORD_SET, MACHINES),
            old("password_change_msa_no_change_90", 2, PasswordRules::managed, PASSWORD_SET, USERS),
            old("trusts_accounts", 2, PasswordRules::trustAccounts, PASSWORD_SET, Need.of(Attribute.ACCOUNT_CONTROL)),
            Rule.of("dont_expire_priv", PasswordRules::privilegedForEver, Need.of(PASSWORD_NEVER_EXPIRES), USERS),
            Rule.of("dont_expire", PasswordRules::manyForEver, Need.of(PASSWORD_NEVER_EXPIRES), USERS),
            Rule.of(
                    "user_accounts_dormant",
                    PasswordRules::dormant,
                    PASSWORDS,
                    Need.of(LAST_LOGON_REPLICATED),
                    Need.of(Attribute.CREATED),
                    USERS));

    private PasswordRules() {}

    /// Fails for objects whose moment is longer ago than the catalogue's `days`.
    private static Rule old(
            String point, int level, Function<Examination, IntStream> objects, Attribute moment, Need... further) {
        var needs =
                Stream.concat(Stream.of(Need.of(moment)), Stream.of(further)).toList();
        return new Rule(
                point,
                needs,
                it -> it.findings(
                        objects.apply(it),
                        object -> it.older(object, moment, it.threshold(point, "days")),
                        object -> it.since(object, moment),
                        level));
    }

    private static IntStream clusters(Examination it) {
        return it.all(Kind.COMPUTER).filter(it::enabled).filter(it::cluster);
    }

    private static IntStream managed(Examination it) {
        return it.all(Kind.USER).filter(it::enabled).filter(it::managed);
    }

    private static IntStream trustAccounts(Examination it) {
        return it.all(Kind.USER).filter(it::trustAccount);
    }

    private static Stream<Finding> privilegedForEver(Examination it) {
        return it.findings(
                it.enabledPrivilegedUsers(),
                user -> it.forest().is(user, PASSWORD_NEVER_EXPIRES),
                _ -> PASSWORD_NEVER_EXPIRES.label(),
                1);
    }

    /// A share of the enabled accounts; each of them is shown once the share is exceeded.
    private static Stream<Finding> manyForEver(Examination it) {
        var all = it.enabledUsers().count();
        var found = it.enabledUsers()
                .filter(user -> it.forest().is(user, PASSWORD_NEVER_EXPIRES))
                .toArray();
        return beyond(it, "dont_expire", found, all)
                ? it.findings(IntStream.of(found), _ -> true, _ -> PASSWORD_NEVER_EXPIRES.label(), 2)
                : Stream.empty();
    }

    private static Stream<Finding> dormant(Examination it) {
        var all = it.enabledUsers().count();
        var found = it.enabledUsers().filter(user -> dormant(it, user)).toArray();
        return beyond(it, "user_accounts_dormant", found, all)
                ? it.findings(IntStream.of(found), _ -> true, user -> it.since(user, LAST_LOGON_REPLICATED), 1)
                : Stream.empty();
    }

    private static boolean beyond(Examination it, String point, int[] found, long all) {
        return found.length * 100L > all * it.threshold(point, "share");
    }

    /// An old password and no logon for a year; or never a logon, in an account older than a year.
    private static boolean dormant(Examination it, int user) {
        var point = "user_accounts_dormant";
        var logonDays = it.threshold(point, "logon_days");
        var used = it.days(user, LAST_LOGON_REPLICATED);
        var oldPassword = it.older(user, PASSWORD_SET, it.threshold(point, "password_days"))
                || it.days(user, PASSWORD_SET).isEmpty();
        return used.isPresent()
                ? oldPassword && used.getAsLong() > logonDays
                : it.older(user, Attribute.CREATED, logonDays);
    }
}
