package org.asepsie.engine.directory.control;

import static org.asepsie.engine.directory.control.HealthyForest.DOMAIN;
import static org.asepsie.engine.directory.control.HealthyForest.TODAY;
import static org.asepsie.engine.directory.control.HealthyForest.days;
import static org.asepsie.engine.directory.control.HealthyForest.healthy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each point three times: it passes in a healthy forest, fails when one thing is spoilt, and is not evaluated when
/// what it needs was not read.
class ControlPointsTest {
    private static final int ENROLLEE_SUPPLIES_SUBJECT = 0x1;

    @Test
    void everyPointPassesInAHealthyForest() {
        var assessment = Assessment.of(healthy().build(), TODAY);

        assertThat(assessment.points()).hasSize(76);
        assertThat(assessment.points())
                .allSatisfy(it -> assertThat(it.verdict()).as(it.point().id()).isInstanceOf(Verdict.Passed.class));
        assertThat(assessment.level()).isEqualTo(5);
        assertThat(assessment.blocking()).isEmpty();
    }

    @ParameterizedTest(name = "{0} fails at level {1}")
    @MethodSource("spoilt")
    void failsWithProofWhenOneThingIsSpoilt(String point, int level, String proof, UnaryOperator<HealthyForest> spoil) {
        var assessment = Assessment.of(spoil.apply(healthy()).build(), TODAY);

        assertThat(verdict(assessment, point)).isInstanceOfSatisfying(Verdict.Failed.class, it -> {
            assertThat(it.level()).isEqualTo(level);
            assertThat(it.findings()).extracting(Finding::proof).anyMatch(found -> found.contains(proof));
        });
        assertThat(assessment.level()).isLessThanOrEqualTo(level);
    }

    @Test
    void everyPointHasAWorkedExample() {
        var shown = spoilt().map(it -> (String) it.get()[0]).distinct();
        var scored = Catalogue.on(TODAY.atZone(ZoneOffset.UTC).toLocalDate()).scored().stream()
                .map(ControlPoint::id);

        assertThat(shown).containsExactlyInAnyOrderElementsOf(scored.toList());
    }

    @Test
    void nothingPassesWhereNothingWasRead() {
        var builder = new ForestBuilder();
        builder.source(Source.Format.SHARPHOUND, "nothing", Optional.of(TODAY));
        builder.object("S-1-5-21-1-2-3-1104");

        var assessment = Assessment.of(builder.build(), TODAY);

        assertThat(assessment.points())
                .allSatisfy(
                        it -> assertThat(it.verdict()).as(it.point().id()).isInstanceOf(Verdict.NotEvaluated.class));
        assertThat(assessment.evaluated()).isZero();
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("needs")
    void isNotEvaluatedWithoutWhatItNeeds(String point, Need need) {
        var forest = switch (need) {
            case Need.Attributed(var attribute) -> healthy().without(attribute).build();
            case Need.Covered(var partition) -> healthy().without(partition).build();
            default -> throw new IllegalStateException();
        };

        assertThat(verdict(Assessment.of(forest, TODAY), point))
                .isInstanceOfSatisfying(
                        Verdict.NotEvaluated.class,
                        it -> assertThat(it.missing()).contains(need));
    }

    static Stream<Arguments> needs() {
        return Assessment.rules().stream()
                .flatMap(rule -> rule.needs().stream()
                        .filter(it -> it instanceof Need.Attributed || it instanceof Need.Covered)
                        .map(it -> arguments(rule.point(), it)));
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                        passwords(),
                        accounts(),
                        groups(),
                        delegations(),
                        controllers(),
                        domains(),
                        certificates(),
                        permissions())
                .flatMap(it -> it);
    }

    private static Stream<Arguments> passwords() {
        return Stream.of(
                old("password_change_dc_no_change", 1, "-1000", Attribute.PASSWORD_SET, 46),
                old("password_change_inactive_dc", 1, "-1000", Attribute.LAST_LOGON_REPLICATED, 46),
                old("password_change_priv", 1, "-1110", Attribute.PASSWORD_SET, 1_096),
                old("krbtgt", 2, "-502", Attribute.PASSWORD_SET, 366),
                old("password_change_server_no_change_90", 2, "-1500", Attribute.PASSWORD_SET, 91),
                old("password_change_server_no_change_45", 3, "-1500", Attribute.PASSWORD_SET, 46),
                old("password_change_inactive_servers", 3, "-1500", Attribute.LAST_LOGON_REPLICATED, 91),
                old("password_change_msa_no_change_90", 2, "-1121", Attribute.PASSWORD_SET, 91),
                fails(
                        "password_change_cluster_no_change_3years",
                        2,
                        "pwdLastSet",
                        it -> it.but(
                                "-1500",
                                (_, object) -> object.texts(
                                                Attribute.SERVICE_NAMES, List.of("MSClusterVirtualServer/C1"))
                                        .moment(Attribute.PASSWORD_SET, days(1_096)))),
                fails(
                        "trusts_accounts",
                        2,
                        "pwdLastSet",
                        it -> it.but(
                                "-1104",
                                (_, object) -> object.number(Attribute.ACCOUNT_CONTROL, 0x820)
                                        .moment(Attribute.PASSWORD_SET, days(366)))),
                flag("dont_expire_priv", 1, "-1110", Attribute.PASSWORD_NEVER_EXPIRES),
                flag("dont_expire", 2, "-1104", Attribute.PASSWORD_NEVER_EXPIRES),
                fails(
                        "user_accounts_dormant",
                        1,
                        "lastLogonTimestamp",
                        it -> IntStream.range(1104, 1109)
                                .boxed()
                                .reduce(
                                        it,
                                        (forest, user) -> forest.but(
                                                "-" + user,
                                                (_, object) -> object.moment(Attribute.PASSWORD_SET, days(1_200))
                                                        .moment(Attribute.LAST_LOGON_REPLICATED, days(400))),
                                        (a, _) -> a)));
    }

    private static Stream<Arguments> accounts() {
        return Stream.of(
                flag("kerberos_properties_preauth", 2, "-1104", Attribute.NO_PREAUTHENTICATION),
                flag("kerberos_properties_preauth_priv", 1, "-1110", Attribute.NO_PREAUTHENTICATION),
                flag("kerberos_properties_deskey", 2, "-1104", Attribute.DES_ONLY),
                flag("reversible_password_priv_uac", 3, "-1110", Attribute.REVERSIBLE_PASSWORD),
                flag("guest", 2, "-501", Attribute.ENABLED),
                fails(
                        "kerberos_properties_encryption",
                        3,
                        "msDS-SupportedEncryptionTypes 4",
                        it -> it.but("-1120", (_, object) -> object.number(Attribute.ENCRYPTION_TYPES, 4))),
                fails("primary_group_id_1000", 1, "primaryGroupID 512", it -> it.and(builder -> primary(builder, 512))),
                fails(
                        "primary_group_id_nochange",
                        3,
                        "primaryGroupID 1200",
                        it -> it.and(builder -> primary(builder, 1200))),
                fails(
                        "privileged_members",
                        1,
                        "member ",
                        it -> it.but(
                                        "-512",
                                        (forest, group) -> group.refs(
                                                Attribute.MEMBERS,
                                                IntStream.range(2000, 2051)
                                                        .map(user -> forest.object("-" + user))
                                                        .toArray()))
                                .and(ControlPointsTest::fiftyOneUsers)),
                fails(
                        "privileged_members_perm",
                        1,
                        "ForceChangePassword ← WARD1104",
                        it -> it.right("-1110", Right.FORCE_CHANGE_PASSWORD)),
                fails("privileged_members_perm", 2, "WriteSPN", it -> it.right("-1110", Right.WRITE_SPN)),
                fails(
                        "privileged_members_no_admincount",
                        2,
                        "adminCount",
                        it -> it.but("-1110", (_, object) -> object.flag(Attribute.ADMIN_COUNT, false))),
                fails(
                        "privileged_members_password",
                        2,
                        "minPwdLength 7",
                        it -> it.but(DOMAIN, (_, object) -> object.number(Attribute.MINIMUM_PASSWORD_LENGTH, 7))),
                member("protected_users", 3, "Protected Users", "-512", "-1105"),
                member("silo_priv", 4, "Silo", "-512", "-1105"),
                fails(
                        "spn_priv",
                        1,
                        "MSSQLSvc",
                        it -> it.but("-512", (forest, group) -> group.refs(Attribute.MEMBERS, forest.object("-1120")))),
                fails("sidhistory_present", 3, "-9-9-9-1104", it -> history(it, "S-1-5-21-9-9-9-1104")),
                fails("sidhistory_dangerous", 2, "-9-9-9-512", it -> history(it, "S-1-5-21-9-9-9-512")),
                fails(
                        "sd_failed_sd_read_on_priv",
                        3,
                        "nTSecurityDescriptor",
                        it -> it.but("-512", (forest, group) -> group.refs(Attribute.MEMBERS, forest.object("-3000")))
                                .and(builder -> {
                                    var user = builder.object(DOMAIN + "-3000");
                                    builder.kind(user, Kind.USER);
                                    builder.describe(user)
                                            .text(Attribute.NAME, "HIDDEN")
                                            .done();
                                })));
    }

    private static Stream<Arguments> groups() {
        return Stream.of(
                member("compatible_2000_anonymous", 2, "S-1-5-7", "EXAMPLE.LAN-S-1-5-32-554", "EXAMPLE.LAN-S-1-5-7"),
                member("compatible_2000_not_default", 3, "S-1-1-0", "EXAMPLE.LAN-S-1-5-32-554", "EXAMPLE.LAN-S-1-1-0"),
                member("dnsadmins", 1, "WARD1104", "-1101", "-1104"),
                member("rodc_allowed_group", 3, "WARD1104", "-571", "-1104"),
                fails(
                        "rodc_denied_group",
                        3,
                        "…-518",
                        it -> it.but("EXAMPLE.LAN-S-1-5-32-572", (forest, group) -> {
                            forest.builder.kind(group.object(), Kind.GROUP);
                            group.text(Attribute.NAME, "DENIED")
                                    .refs(Attribute.DOMAIN, forest.object(DOMAIN))
                                    .refs(Attribute.MEMBERS, forest.object("-512"));
                        })),
                fails(
                        "group_loop",
                        4,
                        "→",
                        it -> it.but("-1200", (forest, group) -> group.refs(Attribute.MEMBERS, forest.object("-1201")))
                                .but("-1201", (forest, group) -> {
                                    forest.builder.kind(group.object(), Kind.GROUP);
                                    group.text(Attribute.NAME, "INNER").refs(Attribute.MEMBERS, forest.object("-1200"));
                                })));
    }

    private static Stream<Arguments> delegations() {
        return Stream.of(
                flag("delegation_t4d", 1, "-1500", Attribute.UNCONSTRAINED_DELEGATION),
                fails(
                        "delegation_a2d2",
                        1,
                        "→ DC1",
                        it -> it.but(
                                "-1120", (forest, user) -> user.refs(Attribute.DELEGATES_TO, forest.object("-1000")))),
                fails(
                        "delegation_t2a4d",
                        1,
                        "→ DC1",
                        it -> it.but(
                                "-1120",
                                (forest, user) -> user.refs(Attribute.DELEGATES_TO, forest.object("-1000"))
                                        .flag(Attribute.PROTOCOL_TRANSITION, true))),
                fails(
                        "delegation_sourcedeleg",
                        1,
                        "← SERVER1",
                        it -> it.but(
                                "-1000",
                                (forest, host) -> host.refs(Attribute.ALLOWED_TO_ACT, forest.object("-1500")))));
    }

    private static Stream<Arguments> controllers() {
        return Stream.of(
                fails(
                        "dc_obsolete",
                        1,
                        "2012 R2",
                        it -> it.but(
                                "-1000",
                                (_, host) -> host.text(Attribute.OPERATING_SYSTEM, "Windows Server 2012 R2 Standard"))),
                crypto(2, 0x1F),
                crypto(3, 0x4),
                crypto(4, 0x1C),
                fails(
                        "dc_inconsistent_uac",
                        1,
                        "0x1000",
                        it -> it.but("-1000", (_, host) -> host.number(Attribute.ACCOUNT_CONTROL, 0x1000))),
                readOnly("rodc_priv_revealed", 2, Attribute.REVEALED_ACCOUNTS, "-1110"),
                readOnly("rodc_reveal", 3, Attribute.REVEAL_ON_DEMAND, "-512"),
                readOnly("rodc_never_reveal", 3, Attribute.NEVER_REVEAL, "EXAMPLE.LAN-S-1-5-32-544"),
                fails(
                        "rodc_orphan_krbtgt",
                        3,
                        "msDS-KrbTgtLink",
                        it -> it.but("-1104", (_, user) -> user.text(Attribute.LOGON_NAME, "krbtgt_1234"))));
    }

    private static Stream<Arguments> domains() {
        return Stream.of(
                fails(
                        "critical_objects",
                        1,
                        "…-500",
                        it -> it.and(builder -> {
                            var other = builder.object("S-1-5-21-7-7-7");
                            builder.kind(other, Kind.DOMAIN);
                            builder.describe(other)
                                    .text(Attribute.DN, "DC=OTHER")
                                    .number(Attribute.FUNCTIONAL_LEVEL, 7)
                                    .descriptor(true)
                                    .done();
                        })),
                level(1, 3),
                level(3, 5),
                level(4, 6),
                fails(
                        "adupdate_bad",
                        2,
                        "revision 15",
                        it -> it.but(
                                "0E000000-0000-0000-0000-000000000006",
                                (_, object) -> object.number(Attribute.REVISION, 15))),
                fails(
                        "smartcard_expire_passwords",
                        4,
                        "FALSE",
                        it -> it.but(DOMAIN, (_, domain) -> domain.flag(Attribute.ROTATES_SMARTCARD_SECRETS, false))),
                fails(
                        "user_accounts_machineaccountquota",
                        4,
                        "10",
                        it -> it.but(DOMAIN, (_, domain) -> domain.number(Attribute.MACHINE_ACCOUNT_QUOTA, 10))),
                fails(
                        "reversible_password_priv_namingcontext",
                        3,
                        "0x10",
                        it -> it.but(DOMAIN, (_, domain) -> domain.number(Attribute.PASSWORD_PROPERTIES, 0x11))),
                fails(
                        "display_specifier",
                        1,
                        "menu.bat",
                        it -> it.but(
                                "0E000000-0000-0000-0000-000000000007",
                                (_, object) -> object.texts(
                                        Attribute.SCRIPTS_OF_MENUS, List.of("2,Menu,\\\\share\\menu.bat")))),
                flag("dnszone_bad_prop", 1, "0E000000-0000-0000-0000-000000000007", Attribute.DNS_UNSAFE_UPDATES),
                flag("dnszone_bad_prop", 3, "0E000000-0000-0000-0000-000000000003", Attribute.DNS_UNSAFE_UPDATES),
                fails(
                        "sysvol_ntfrs",
                        2,
                        "nTFRSReplicaSet",
                        it -> it.but(
                                "0E000000-0000-0000-0000-000000000003",
                                (_, object) -> object.text(Attribute.OBJECT_CLASS, "nTFRSReplicaSet"))),
                trust("trusts_domain_notfiltered", 1, Trust.Type.EXTERNAL, Trust.Direction.OUTBOUND, 0),
                trust("trusts_forest_sidhistory", 1, Trust.Type.FOREST, Trust.Direction.OUTBOUND, 0x48),
                trust("trusts_tgt_deleg", 3, Trust.Type.FOREST, Trust.Direction.INBOUND, 0x808),
                heuristics(1, 8, '1'),
                heuristics(1, 16, '1'),
                heuristics(2, 7, '2'),
                heuristics(2, 21, '1'),
                heuristics(2, 28, '2'),
                heuristics(4, 29, '0'));
    }

    private static Stream<Arguments> certificates() {
        var published = "0F000000-0000-0000-0000-000000000004";
        return Stream.of(
                fails(
                        "adcs_control",
                        1,
                        "WriteDacl ← WARD1104",
                        it -> it.right("0F000000-0000-0000-0000-000000000002", Right.WRITE_DACL)),
                fails("adcs_template_control", 1, "GenericWrite", it -> it.right(published, Right.GENERIC_WRITE)),
                fails(
                        "adcs_template_control",
                        2,
                        "WriteOwner",
                        it -> it.right("0F000000-0000-0000-0000-000000000005", Right.WRITE_OWNER)),
                fails(
                        "adcs_template_auth_enroll_with_name",
                        1,
                        "Enroll ← WARD1104",
                        it -> it.right(published, Right.ENROLL)
                                .but(
                                        published,
                                        (_, template) ->
                                                template.number(Attribute.NAME_FLAG, ENROLLEE_SUPPLIES_SUBJECT))),
                fails("certificates_vuln", 1, "dsa", it -> weak(it, "dsa")),
                fails("certificates_vuln", 2, "undecodable", it -> weak(it, "undecodable")),
                fails("certificates_vuln", 3, "rsa<2048", it -> weak(it, "rsa<2048")));
    }

    private static Stream<Arguments> permissions() {
        return Stream.of(
                over("permissions_adminsdholder", "0C000000-0000-0000-0000-000000000001"),
                over("permissions_dc", "-1000"),
                over("permissions_dfsr_sysvol", "0E000000-0000-0000-0000-000000000005"),
                over("permissions_dpapi", "0E000000-0000-0000-0000-000000000002"),
                over("permissions_gmsa_keys", "0E000000-0000-0000-0000-000000000003"),
                over("permissions_schema", "0E000000-0000-0000-0000-000000000004"),
                over("permissions_msdns", "0C000000-0000-0000-0000-000000000002"),
                over("permissions_gpo_priv", "D0000000-0000-0000-0000-000000000001"),
                fails("permissions_naming_context", 1, "GetChangesAll", it -> it.right(DOMAIN, Right.GET_CHANGES_ALL)),
                fails(
                        "permissions_naming_context",
                        2,
                        "GetChangesInFilteredSet",
                        it -> it.right(DOMAIN, Right.GET_CHANGES_IN_FILTERED_SET)),
                fails(
                        "permissions_gpo_container_priv",
                        2,
                        "WriteGPLink",
                        it -> it.right("0A000000-0000-0000-0000-000000000001", Right.WRITE_GP_LINK)),
                fails(
                        "owner",
                        3,
                        "owner WARD1104",
                        it -> it.and(builder -> {
                            var object = builder.object("0B000000-0000-0000-0000-000000000001");
                            builder.kind(object, Kind.OU);
                            builder.describe(object)
                                    .text(Attribute.NAME, "OLD")
                                    .moment(Attribute.CREATED, days(8))
                                    .refs(Attribute.OWNER, builder.object(DOMAIN + "-1104"))
                                    .done();
                        })));
    }

    private static Arguments fails(String point, int level, String proof, UnaryOperator<HealthyForest> spoil) {
        return arguments(point, level, proof, spoil);
    }

    private static Arguments old(String point, int level, String key, Attribute attribute, int days) {
        return fails(
                point,
                level,
                attribute.label(),
                it -> it.but(key, (_, object) -> object.moment(attribute, days(days))));
    }

    private static Arguments flag(String point, int level, String key, Attribute attribute) {
        return fails(point, level, attribute.label(), it -> it.but(key, (_, object) -> object.flag(attribute, true)));
    }

    private static Arguments member(String point, int level, String proof, String group, String member) {
        return fails(
                point,
                level,
                proof,
                it -> it.but(group, (forest, object) -> object.refs(Attribute.MEMBERS, forest.object(member))));
    }

    private static Arguments over(String point, String key) {
        return fails(point, 1, "GenericAll ← WARD1104", it -> it.right(key, Right.GENERIC_ALL));
    }

    private static Arguments crypto(int level, int types) {
        return fails(
                "dc_crypto",
                level,
                "0x%X".formatted(types),
                it -> it.but("-1000", (_, host) -> host.number(Attribute.ENCRYPTION_TYPES, types)));
    }

    private static Arguments level(int level, int functional) {
        return fails(
                "functional_level",
                level,
                "msDS-Behavior-Version " + functional,
                it -> it.but(DOMAIN, (_, domain) -> domain.number(Attribute.FUNCTIONAL_LEVEL, functional)));
    }

    private static Arguments heuristics(int level, int position, char value) {
        var text = new StringBuilder(HealthyForest.HEURISTICS);
        text.setCharAt(position - 1, value);
        return fails(
                "dsheuristics_bad",
                level,
                "[" + position + "] = " + value,
                it -> it.but(DOMAIN, (_, domain) -> domain.text(Attribute.HEURISTICS, text.toString())));
    }

    private static Arguments readOnly(String point, int level, Attribute attribute, String key) {
        return fails(
                point,
                level,
                attribute.label(),
                it -> it.but(
                        "-1500",
                        (forest, host) -> host.flag(Attribute.IS_RODC, true).refs(attribute, forest.object(key))));
    }

    private static Arguments trust(
            String point, int level, Trust.Type type, Trust.Direction direction, int attributes) {
        return fails(
                point,
                level,
                "PARTNER",
                it -> it.and(builder -> builder.trust(new Trust(
                        builder.object(DOMAIN),
                        builder.object("S-1-5-21-8-8-8"),
                        "PARTNER.LAN",
                        direction,
                        type,
                        true,
                        Optional.of(false),
                        Optional.empty(),
                        OptionalInt.of(attributes),
                        0))));
    }

    private static HealthyForest history(HealthyForest forest, String sid) {
        return forest.but("-1104", (it, user) -> user.refs(Attribute.SID_HISTORY, it.object(sid)));
    }

    private static HealthyForest weak(HealthyForest forest, String word) {
        return forest.but(
                "0F000000-0000-0000-0000-000000000001",
                (_, object) -> object.texts(Attribute.WEAK_CERTIFICATES, List.of(word)));
    }

    /// An account of its own: a reference within one source is joined to the one that is there.
    private static void primary(ForestBuilder builder, int rid) {
        var user = builder.object(DOMAIN + "-4000");
        builder.kind(user, Kind.USER);
        builder.describe(user)
                .text(Attribute.NAME, "MOVED")
                .refs(Attribute.PRIMARY_GROUP, builder.object(DOMAIN + "-" + rid))
                .done();
    }

    private static void fiftyOneUsers(ForestBuilder builder) {
        IntStream.range(2000, 2051).forEach(it -> {
            var user = builder.object(DOMAIN + "-" + it);
            builder.kind(user, Kind.USER);
            builder.describe(user)
                    .text(Attribute.NAME, "U" + it)
                    .text(Attribute.LOGON_NAME, "u" + it)
                    .done();
        });
    }

    private static Verdict verdict(Assessment assessment, String point) {
        return assessment.points().stream()
                .filter(it -> it.point().id().equals(point))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
