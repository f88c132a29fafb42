package org.asepsie.engine.directory.control;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;

/// Warnings and informations: worth knowing, never scored. Those without a rule here are listed as not evaluated.
final class Advisories {
    private static final Need MEMBERS = Need.of(Attribute.MEMBERS);

    static final List<Rule> RULES = List.of(
            Rule.of("rid500", Advisories::builtIn, Need.of(Attribute.LAST_LOGON_REPLICATED)),
            Rule.of(
                    "privileged_members_expired_disabled",
                    it -> it.findings(
                            it.privilegedUsers().filter(user -> it.forest().rid(user) != 502),
                            user -> !it.enabled(user),
                            _ -> Attribute.ENABLED.label(),
                            0),
                    MEMBERS,
                    Need.of(Attribute.ENABLED)),
            Rule.of("privileged_members_foreign", Advisories::foreign, MEMBERS),
            Rule.of(
                    "logonscript_priv",
                    it -> it.findings(
                            it.enabledPrivilegedUsers(),
                            user -> it.forest().has(user, Attribute.LOGON_SCRIPT),
                            user -> Attribute.LOGON_SCRIPT.label() + " "
                                    + it.forest()
                                            .text(user, Attribute.LOGON_SCRIPT)
                                            .orElse(""),
                            0),
                    MEMBERS,
                    Need.of(Attribute.LOGON_SCRIPT)),
            Rule.of("laps_missing", Advisories::withoutLaps, Need.of(Attribute.HAS_LAPS)),
            Rule.of("keycredentiallink_dc", it -> keys(it, it.controllers()), Need.of(Attribute.KEY_CREDENTIALS)),
            Rule.of("keycredentiallink_priv", it -> keys(it, it.privilegedUsers()), Need.of(Attribute.KEY_CREDENTIALS)),
            Rule.of(
                    "sd_protected_ou",
                    it -> it.findings(
                            it.all(Kind.OU),
                            unit -> it.forest().is(unit, Attribute.PROTECTED),
                            _ -> Attribute.PROTECTED.label(),
                            0),
                    Need.descriptorsOf(Kind.OU)),
            Rule.of(
                    "sd_adminsdholder_protec",
                    it -> it.findings(
                            it.privilegedUsers().filter(it.forest()::hasDescriptor),
                            user -> !it.forest().is(user, Attribute.PROTECTED),
                            _ -> Attribute.PROTECTED.label() + " –",
                            0),
                    MEMBERS,
                    Need.descriptorsOf(Kind.USER)));

    private Advisories() {}

    private static Stream<Finding> builtIn(Examination it) {
        var days = it.threshold("rid500", "days");
        return it.findings(
                it.all(Kind.USER).filter(user -> it.forest().rid(user) == 500),
                user -> it.days(user, Attribute.LAST_LOGON_REPLICATED).orElse(days + 1L) <= days,
                user -> it.since(user, Attribute.LAST_LOGON_REPLICATED),
                0);
    }

    private static Stream<Finding> foreign(Examination it) {
        var forest = it.forest();
        return it.privileged().groups().stream()
                .boxed()
                .flatMap(group -> forest.refs(group, Attribute.MEMBERS)
                        .filter(member -> forest.id(member).startsWith("S-1-5-21-") && forest.domain(group) >= 0)
                        .filter(member -> !forest.id(member).startsWith(forest.id(forest.domain(group)) + "-"))
                        .mapToObj(member -> new Finding(group, "member " + forest.name(member), 0)));
    }

    private static Stream<Finding> withoutLaps(Examination it) {
        return it.findings(
                it.all(Kind.COMPUTER).filter(it::enabled).filter(computer -> !it.controller(computer)),
                computer -> !it.forest().flag(computer, Attribute.HAS_LAPS).orElse(true),
                _ -> Attribute.HAS_LAPS.label() + " –",
                0);
    }

    private static Stream<Finding> keys(Examination it, IntStream objects) {
        return it.findings(
                objects,
                object -> it.forest().number(object, Attribute.KEY_CREDENTIALS).orElse(0) > 0,
                object -> Attribute.KEY_CREDENTIALS.label() + " "
                        + it.forest().number(object, Attribute.KEY_CREDENTIALS).orElse(0),
                0);
    }
}
