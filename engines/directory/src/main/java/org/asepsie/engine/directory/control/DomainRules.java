package org.asepsie.engine.directory.control;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Source.Partition;
import org.asepsie.engine.directory.Trust;

/// Settings of a whole domain or forest, and its trusts.
final class DomainRules {
    private static final Need CONFIGURATION = Need.of(Partition.CONFIGURATION);
    private static final Need DOMAINS = Need.seen(Kind.DOMAIN);
    private static final int REVERSIBLE = 0x10;
    private static final int AS_EXTERNAL = 0x40;
    private static final int DELEGATES_TICKETS = 0x800;

    static final List<Rule> RULES = List.of(
            Rule.of(
                    "critical_objects",
                    DomainRules::critical,
                    Need.seen(Kind.CONTAINER),
                    Need.seen(Kind.USER),
                    Need.seen(Kind.GROUP)),
            Rule.of("functional_level", DomainRules::level, CONFIGURATION, Need.of(Attribute.FUNCTIONAL_LEVEL)),
            Rule.of("adupdate_bad", DomainRules::preparation, Need.of(Attribute.REVISION), Need.of(Partition.DOMAIN)),
            Rule.of(
                    "smartcard_expire_passwords",
                    DomainRules::smartcards,
                    Need.of(Attribute.ROTATES_SMARTCARD_SECRETS)),
            Rule.of("user_accounts_machineaccountquota", DomainRules::quota, Need.of(Attribute.MACHINE_ACCOUNT_QUOTA)),
            Rule.of(
                    "reversible_password_priv_namingcontext",
                    DomainRules::reversible,
                    Need.of(Attribute.PASSWORD_PROPERTIES)),
            Rule.of("display_specifier", DomainRules::menus, CONFIGURATION),
            Rule.of(
                    "dnszone_bad_prop",
                    DomainRules::zones,
                    Need.of(Partition.DOMAIN_DNS),
                    Need.of(Partition.FOREST_DNS)),
            Rule.of("sysvol_ntfrs", DomainRules::ntfrs, Need.of(Partition.DOMAIN)),
            Rule.of("trusts_domain_notfiltered", DomainRules::unfiltered, DOMAINS),
            new Rule("trusts_forest_sidhistory", List.of(DOMAINS, new TrustAttributes()), DomainRules::asExternal),
            new Rule("trusts_tgt_deleg", List.of(DOMAINS, new TrustDelegation()), DomainRules::delegating));

    private DomainRules() {}

    /// The bits of every forest trust, which collectors before 2025 do not give.
    record TrustAttributes() implements Need {
        @Override
        public boolean met(Forest forest) {
            return forest.trusts().stream()
                    .filter(it -> it.type() == Trust.Type.FOREST)
                    .allMatch(it -> it.attributes().isPresent());
        }
    }

    /// Whether tickets may be delegated, for every trust that leaves the forest.
    record TrustDelegation() implements Need {
        @Override
        public boolean met(Forest forest) {
            return forest.trusts().stream()
                    .filter(it -> !it.insideForest())
                    .allMatch(it ->
                            it.attributes().isPresent() || it.tgtDelegation().isPresent());
        }
    }

    private static Stream<Finding> critical(Examination it) {
        var forest = it.forest();
        if (!Need.seen(Kind.CONTAINER).met(forest)
                || !Need.seen(Kind.USER).met(forest)
                || !Need.seen(Kind.GROUP).met(forest)) {
            return Stream.empty();
        }
        return it.domains()
                .boxed()
                .flatMap(domain -> Stream.concat(
                        IntStream.of(500, 502, 512)
                                .filter(rid -> !there(it, forest.id(domain) + "-" + rid))
                                .mapToObj(rid -> new Finding(domain, "…-" + rid + " –", 1)),
                        it.all(Kind.CONTAINER)
                                        .anyMatch(holder -> PrivilegedSet.adminSdHolder(forest, holder)
                                                && forest.domain(holder) == domain)
                                ? Stream.empty()
                                : Stream.of(new Finding(domain, "AdminSDHolder –", 1))));
    }

    private static boolean there(Examination it, String sid) {
        var found = it.forest().find(sid);
        return found >= 0 && it.forest().described(found);
    }

    /// The forest's level cannot be above that of its lowest domain; whether it is as high, the configuration tells.
    private static Stream<Finding> level(Examination it) {
        var forest = it.forest();
        var partitions = it.all().filter(object -> it.named(object, "CN=Partitions,CN=Configuration,"));
        return IntStream.concat(partitions, it.domains()).boxed().flatMap(object -> {
            var level = forest.number(object, Attribute.FUNCTIONAL_LEVEL);
            var fails = level.isEmpty() ? 0 : failing(it, level);
            return fails == 0
                    ? Stream.empty()
                    : Stream.of(
                            new Finding(object, Attribute.FUNCTIONAL_LEVEL.label() + " " + level.getAsInt(), fails));
        });
    }

    private static int failing(Examination it, OptionalInt level) {
        for (var at : new int[] {1, 3, 4}) {
            if (level.orElse(0) < it.threshold("functional_level", "level" + at)) {
                return at;
            }
        }
        return 0;
    }

    private static Stream<Finding> preparation(Examination it) {
        var revision = it.threshold("adupdate_bad", "revision");
        return it.findings(
                it.all().filter(object -> it.named(object, "CN=ActiveDirectoryUpdate,CN=DomainUpdates,")),
                object -> it.forest().number(object, Attribute.REVISION).orElse(0) == revision,
                _ -> Attribute.REVISION.label() + " " + revision,
                2);
    }

    private static Stream<Finding> smartcards(Examination it) {
        return it.findings(
                it.domains(),
                domain -> !it.forest()
                        .flag(domain, Attribute.ROTATES_SMARTCARD_SECRETS)
                        .orElse(true),
                _ -> Attribute.ROTATES_SMARTCARD_SECRETS.label() + " FALSE",
                4);
    }

    private static Stream<Finding> quota(Examination it) {
        return it.findings(
                it.domains(),
                domain -> it.forest()
                                .number(domain, Attribute.MACHINE_ACCOUNT_QUOTA)
                                .orElse(0)
                        > 0,
                domain -> Attribute.MACHINE_ACCOUNT_QUOTA.label() + " "
                        + it.forest()
                                .number(domain, Attribute.MACHINE_ACCOUNT_QUOTA)
                                .orElse(0),
                4);
    }

    private static Stream<Finding> reversible(Examination it) {
        return it.findings(
                it.domains(),
                domain -> (it.forest()
                                        .number(domain, Attribute.PASSWORD_PROPERTIES)
                                        .orElse(0)
                                & REVERSIBLE)
                        != 0,
                _ -> Attribute.PASSWORD_PROPERTIES.label() + " 0x10",
                3);
    }

    private static Stream<Finding> menus(Examination it) {
        return it.all()
                .boxed()
                .flatMap(object -> it.forest().texts(object, Attribute.SCRIPTS_OF_MENUS).stream()
                        .map(script -> new Finding(object, Attribute.SCRIPTS_OF_MENUS.label() + " " + script, 1)));
    }

    private static Stream<Finding> zones(Examination it) {
        var names = it.domains()
                .mapToObj(it.forest()::name)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
        return it.all()
                .filter(object -> it.forest().is(object, Attribute.DNS_UNSAFE_UPDATES))
                .mapToObj(zone -> {
                    var dn = it.forest().text(zone, Attribute.DN).orElse("").toUpperCase(Locale.ROOT);
                    var ofDomain = dn.startsWith("DC=_MSDCS.")
                            || names.stream().anyMatch(name -> dn.startsWith("DC=" + name + ","));
                    return new Finding(zone, Attribute.DNS_UNSAFE_UPDATES.label() + " 1", ofDomain ? 1 : 3);
                });
    }

    private static Stream<Finding> ntfrs(Examination it) {
        return it.findings(
                it.all(),
                object -> Set.of("nTFRSReplicaSet", "nTFRSMember", "nTFRSSubscriber").stream()
                        .anyMatch(name -> it.ofClass(object, name)),
                object -> "objectClass "
                        + it.forest().text(object, Attribute.OBJECT_CLASS).orElse(""),
                2);
    }

    private static Stream<Finding> unfiltered(Examination it) {
        return it.forest().trusts().stream()
                .filter(trust ->
                        trust.type() == Trust.Type.EXTERNAL && trust.direction().outbound())
                .filter(trust -> !trust.sidFiltering().orElse(true))
                .map(trust -> new Finding(trust.domain(), "→ " + trust.partnerName() + ": sIDFilter –", 1));
    }

    private static Stream<Finding> asExternal(Examination it) {
        return it.forest().trusts().stream()
                .filter(trust ->
                        trust.type() == Trust.Type.FOREST && trust.direction().outbound())
                .filter(trust -> (trust.attributes().orElse(0) & AS_EXTERNAL) != 0)
                .map(trust -> new Finding(
                        trust.domain(),
                        "→ %s: trustAttributes 0x%X"
                                .formatted(
                                        trust.partnerName(), trust.attributes().orElse(0)),
                        1));
    }

    private static Stream<Finding> delegating(Examination it) {
        return it.forest().trusts().stream()
                .filter(trust -> !trust.insideForest() && trust.direction().inbound())
                .filter(trust -> trust.attributes().isPresent()
                        ? (trust.attributes().getAsInt() & DELEGATES_TICKETS) != 0
                        : trust.tgtDelegation().orElse(false))
                .map(trust -> new Finding(trust.domain(), "← " + trust.partnerName() + ": TGT", 3));
    }
}
