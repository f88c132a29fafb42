package org.asepsie.engine.directory.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.Source;

/// A small forest in which every control point passes; a test spoils one thing in it, or takes one thing away.
final class HealthyForest {
    static final Instant TODAY = Instant.parse("2026-09-30T08:00:00Z");
    static final String DOMAIN = "S-1-5-21-1-2-3";
    private static final String DN = "DC=EXAMPLE,DC=LAN";
    /// All at its default but the last two, which force the checks of KB5008383.
    static final String HEURISTICS = "0".repeat(27) + "11";

    final ForestBuilder builder = new ForestBuilder();
    private final Set<Attribute> untold = EnumSet.noneOf(Attribute.class);
    private final Set<Source.Partition> uncovered = EnumSet.noneOf(Source.Partition.class);
    private final List<Runnable> later = new ArrayList<>();

    static HealthyForest healthy() {
        return new HealthyForest();
    }

    HealthyForest without(Attribute attribute) {
        untold.add(attribute);
        return this;
    }

    HealthyForest without(Source.Partition partition) {
        uncovered.add(partition);
        return this;
    }

    /// Changes one object, by the end of its SID (`-1104`) or its whole key.
    HealthyForest but(String key, BiConsumer<HealthyForest, Description> change) {
        later.add(() -> {
            var description = builder.describe(builder.object(key.startsWith("-") ? DOMAIN + key : key));
            change.accept(this, description);
            description.done();
        });
        return this;
    }

    /// Lets the ward account hold a right over an object.
    HealthyForest right(String key, Right right) {
        return but(
                key,
                (it, object) -> object.descriptor(false).ace(it.object("-1104"), Ace.translated(right, false), ""));
    }

    HealthyForest and(Consumer<ForestBuilder> change) {
        later.add(() -> change.accept(builder));
        return this;
    }

    int object(String key) {
        return builder.object(key.startsWith("-") ? DOMAIN + key : key);
    }

    Forest build() {
        builder.source(Source.Format.LDIF, "healthy", Optional.of(TODAY));
        var told = EnumSet.allOf(Attribute.class);
        told.removeAll(untold);
        builder.tells(told);
        for (var partition : Source.Partition.values()) {
            if (!uncovered.contains(partition)) {
                builder.covers(partition);
            }
        }
        domain();
        groups();
        users();
        computers();
        containers();
        certificates();
        later.forEach(Runnable::run);
        return builder.build();
    }

    private Description described(String key, Kind kind, String name, String dn) {
        var object = builder.alsoKnownAs(object(key), dn);
        builder.kind(object, kind);
        return builder.describe(object)
                .text(Attribute.NAME, name + "@EXAMPLE.LAN")
                .text(Attribute.LOGON_NAME, name)
                .text(Attribute.DN, dn)
                .refs(Attribute.DOMAIN, object(DOMAIN))
                .refs(Attribute.OWNER, object("-512"))
                .moment(Attribute.CREATED, days(400))
                .descriptor(true);
    }

    private void domain() {
        described(DOMAIN, Kind.DOMAIN, "EXAMPLE", DN)
                .text(Attribute.NAME, "EXAMPLE.LAN")
                .number(Attribute.FUNCTIONAL_LEVEL, 7)
                .number(Attribute.MACHINE_ACCOUNT_QUOTA, 0)
                .number(Attribute.MINIMUM_PASSWORD_LENGTH, 14)
                .number(Attribute.MAXIMUM_PASSWORD_AGE, 365)
                .number(Attribute.PASSWORD_PROPERTIES, 1)
                .flag(Attribute.ROTATES_SMARTCARD_SECRETS, true)
                .refs(Attribute.LINKED_GPOS, object("D0000000-0000-0000-0000-000000000001"))
                .text(Attribute.HEURISTICS, HEURISTICS)
                .done();
        described("D0000000-0000-0000-0000-000000000001", Kind.GPO, "POLICY", "CN={1},CN=POLICIES,CN=SYSTEM," + DN)
                .done();
    }

    private void groups() {
        group("-512", "DOMAIN ADMINS", "-500", "-1110");
        group("-516", "DOMAIN CONTROLLERS");
        group("-518", "SCHEMA ADMINS", "-500");
        group("-519", "ENTERPRISE ADMINS", "-500");
        group("-525", "PROTECTED USERS", "-500", "-1110");
        group("-1200", "WARD", "-1104");
        group("EXAMPLE.LAN-S-1-5-32-544", "ADMINISTRATORS", "-512", "-519", "-500");
        group("EXAMPLE.LAN-S-1-5-32-554", "PRE-WINDOWS 2000", "EXAMPLE.LAN-S-1-5-11");
        group("-571", "ALLOWED");
        group("-572", "DENIED", "-502", "-512", "-516", "-518", "-519");
        described("-1101", Kind.GROUP, "DNSADMINS", "CN=DnsAdmins,CN=USERS," + DN)
                .refs(Attribute.MEMBERS)
                .done();
    }

    private void group(String key, String name, String... members) {
        var indices = Arrays.stream(members).mapToInt(this::object).toArray();
        described(key, Kind.GROUP, name, "CN=" + name + ",CN=USERS," + DN)
                .refs(Attribute.MEMBERS, indices)
                .done();
    }

    private void users() {
        account("-500", "ADMINISTRATOR")
                .flag(Attribute.ADMIN_COUNT, true)
                .text(Attribute.AUTHENTICATION_SILO, "CN=SILO")
                .done();
        account("-1110", "CHIEF")
                .flag(Attribute.ADMIN_COUNT, true)
                .text(Attribute.AUTHENTICATION_SILO, "CN=SILO")
                .done();
        account("-501", "GUEST", 514).flag(Attribute.ENABLED, false).done();
        account("-502", "KRBTGT")
                .flag(Attribute.ENABLED, false)
                .flag(Attribute.ADMIN_COUNT, true)
                .done();
        for (var it = 1104; it < 1109; it++) {
            account("-" + it, "WARD" + it).descriptor(false).done();
        }
        account("-1120", "SQL")
                .texts(Attribute.SERVICE_NAMES, List.of("MSSQLSvc/db"))
                .number(Attribute.ENCRYPTION_TYPES, 0x18)
                .done();
        account("-1121", "GMSA$").flag(Attribute.MANAGED_ACCOUNT, true).done();
    }

    private Description account(String key, String name) {
        return account(key, name, 513);
    }

    private Description account(String key, String name, int primaryGroup) {
        return described(key, Kind.USER, name, "CN=" + name + ",OU=STAFF," + DN)
                .flag(Attribute.ENABLED, true)
                .number(Attribute.ACCOUNT_CONTROL, 0x200)
                .refs(Attribute.PRIMARY_GROUP, object("-" + primaryGroup))
                .refs(Attribute.CONTAINER, object("0A000000-0000-0000-0000-000000000001"))
                .moment(Attribute.PASSWORD_SET, days(30))
                .moment(Attribute.LAST_LOGON_REPLICATED, days(40));
    }

    private void computers() {
        computer("-1000", "DC1", 516)
                .flag(Attribute.IS_DC, true)
                .number(Attribute.ACCOUNT_CONTROL, 0x82000)
                .number(Attribute.ENCRYPTION_TYPES, 0x18)
                .done();
        computer("-1500", "SERVER1", 515).done();
        described(
                        "0E000000-0000-0000-0000-000000000001",
                        Kind.OTHER,
                        "DC1",
                        "CN=DC1,CN=SERVERS,CN=SITE,CN=SITES,CN=CONFIGURATION," + DN)
                .text(Attribute.OBJECT_CLASS, "server")
                .refs(Attribute.SERVER_REFERENCE, object("-1000"))
                .done();
    }

    private Description computer(String key, String name, int primaryGroup) {
        return described(key, Kind.COMPUTER, name, "CN=" + name + ",OU=COMPUTERS," + DN)
                .flag(Attribute.ENABLED, true)
                .number(Attribute.ACCOUNT_CONTROL, 0x1000)
                .flag(Attribute.HAS_LAPS, true)
                .text(Attribute.OPERATING_SYSTEM, "Windows Server 2022 Standard")
                .refs(Attribute.PRIMARY_GROUP, object("-" + primaryGroup))
                .moment(Attribute.PASSWORD_SET, days(10))
                .moment(Attribute.LAST_LOGON_REPLICATED, days(5));
    }

    private void containers() {
        described("0A000000-0000-0000-0000-000000000001", Kind.OU, "STAFF", "OU=STAFF," + DN)
                .refs(Attribute.CONTAINER, object(DOMAIN))
                .refs(Attribute.LINKED_GPOS)
                .done();
        described(
                        "0C000000-0000-0000-0000-000000000001",
                        Kind.CONTAINER,
                        "ADMINSDHOLDER",
                        "CN=AdminSDHolder,CN=System," + DN)
                .done();
        described("0C000000-0000-0000-0000-000000000002", Kind.CONTAINER, "DNS", "CN=MicrosoftDNS,CN=System," + DN)
                .done();
        described("0D000000-0000-0000-0000-000000000001", Kind.SITE, "SITE", "CN=SITE,CN=SITES,CN=CONFIGURATION," + DN)
                .done();
        described("0E000000-0000-0000-0000-000000000002", Kind.OTHER, "KEY", "CN=BCKUPKEY_1,CN=System," + DN)
                .done();
        described(
                        "0E000000-0000-0000-0000-000000000003",
                        Kind.OTHER,
                        "KDS",
                        "CN=1,CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,CN=CONFIGURATION," + DN)
                .done();
        described(
                        "0E000000-0000-0000-0000-000000000004",
                        Kind.OTHER,
                        "SCHEMA",
                        "CN=USER,CN=SCHEMA,CN=CONFIGURATION," + DN)
                .done();
        described(
                        "0E000000-0000-0000-0000-000000000005",
                        Kind.OTHER,
                        "SYSVOL",
                        "CN=1,CN=DOMAIN SYSTEM VOLUME,CN=DFSR-GLOBALSETTINGS,CN=SYSTEM," + DN)
                .text(Attribute.OBJECT_CLASS, "msDFSR-Member")
                .done();
        described(
                        "0E000000-0000-0000-0000-000000000006",
                        Kind.OTHER,
                        "UPDATE",
                        "CN=ActiveDirectoryUpdate,CN=DomainUpdates,CN=System," + DN)
                .number(Attribute.REVISION, 16)
                .done();
        described(
                        "0E000000-0000-0000-0000-000000000007",
                        Kind.OTHER,
                        "ZONE",
                        "DC=EXAMPLE.LAN,CN=MicrosoftDNS,DC=DomainDnsZones," + DN)
                .done();
    }

    private void certificates() {
        described(
                        "0F000000-0000-0000-0000-000000000001",
                        Kind.ROOT_CA,
                        "ROOT",
                        "CN=ROOT,CN=CERTIFICATION AUTHORITIES,CN=PUBLIC KEY SERVICES,CN=SERVICES,CN=CONFIGURATION,"
                                + DN)
                .done();
        described(
                        "0F000000-0000-0000-0000-000000000002",
                        Kind.NT_AUTH_STORE,
                        "STORE",
                        "CN=NTAUTHCERTIFICATES,CN=PUBLIC KEY SERVICES,CN=SERVICES,CN=CONFIGURATION," + DN)
                .done();
        described(
                        "0F000000-0000-0000-0000-000000000003",
                        Kind.ENTERPRISE_CA,
                        "CA",
                        "CN=CA,CN=ENROLLMENT SERVICES,CN=PUBLIC KEY SERVICES,CN=SERVICES,CN=CONFIGURATION," + DN)
                .refs(Attribute.TEMPLATES, object("0F000000-0000-0000-0000-000000000004"))
                .done();
        template("4", "WEB");
        template("5", "UNPUBLISHED");
    }

    private void template(String last, String name) {
        described(
                        "0F000000-0000-0000-0000-00000000000" + last,
                        Kind.CERT_TEMPLATE,
                        name,
                        "CN=" + name + ",CN=CERTIFICATE TEMPLATES,CN=PUBLIC KEY SERVICES,CN=SERVICES,CN=CONFIGURATION,"
                                + DN)
                .number(Attribute.SCHEMA_VERSION, 2)
                .number(Attribute.NAME_FLAG, 0)
                .number(Attribute.ENROLLMENT_FLAG, 0)
                .number(Attribute.AUTHORIZED_SIGNATURES, 0)
                .texts(Attribute.APPLICATION_POLICIES, List.of("1.3.6.1.5.5.7.3.2"))
                .done();
    }

    static Instant days(int ago) {
        return TODAY.minus(Duration.ofDays(ago));
    }
}
