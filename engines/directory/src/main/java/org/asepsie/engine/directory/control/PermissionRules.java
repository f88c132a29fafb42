package org.asepsie.engine.directory.control;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.Source.Partition;

/// Rights of ordinary principals over what the directory rests on.
final class PermissionRules {
    private static final Need DESCRIPTORS = Need.descriptorsOf(Kind.CONTAINER);

    static final List<Rule> RULES = List.of(
            over(
                    "permissions_adminsdholder",
                    it -> it.all(Kind.CONTAINER).filter(object -> PrivilegedSet.adminSdHolder(it.forest(), object)),
                    DESCRIPTORS),
            over("permissions_dc", Examination::controllers, Need.descriptorsOf(Kind.COMPUTER)),
            over(
                    "permissions_dfsr_sysvol",
                    it -> it.all().filter(object -> dfsr(it, object)),
                    Need.of(Partition.DOMAIN),
                    Need.descriptorsOf(Kind.OTHER)),
            over(
                    "permissions_dpapi",
                    it -> it.all().filter(object -> it.named(object, "CN=BCKUPKEY_")),
                    Need.of(Partition.DOMAIN),
                    new Found("CN=BCKUPKEY_")),
            over(
                    "permissions_gmsa_keys",
                    it -> it.all().filter(object -> it.below(object, "CN=GROUP KEY DISTRIBUTION SERVICE,CN=SERVICES,")),
                    Need.of(Partition.CONFIGURATION),
                    Need.descriptorsOf(Kind.OTHER)),
            over(
                    "permissions_schema",
                    it -> it.all().filter(object -> it.below(object, "CN=SCHEMA,CN=CONFIGURATION,")),
                    Need.of(Partition.SCHEMA)),
            over(
                    "permissions_naming_context",
                    it -> it.all().filter(object -> root(it, object)),
                    Need.descriptorsOf(Kind.DOMAIN),
                    Need.of(Partition.CONFIGURATION),
                    Need.of(Partition.SCHEMA)),
            Rule.of("permissions_msdns", PermissionRules::dns, DESCRIPTORS, new Found("CN=MicrosoftDNS,CN=System,")),
            Rule.of(
                    "permissions_gpo_priv",
                    PermissionRules::policies,
                    Need.descriptorsOf(Kind.GPO),
                    Need.of(Attribute.LINKED_GPOS),
                    Need.of(Attribute.MEMBERS)),
            Rule.of(
                    "permissions_gpo_container_priv",
                    PermissionRules::containers,
                    Need.descriptorsOf(Kind.OU),
                    Need.descriptorsOf(Kind.SITE),
                    Need.of(Attribute.MEMBERS)),
            Rule.of("owner", PermissionRules::owners, Need.of(Attribute.OWNER), Need.of(Attribute.CREATED)));

    private PermissionRules() {}

    /// Objects that exist in every domain: where none is seen, they could not be read.
    record Found(String beginning) implements Need {
        @Override
        public boolean met(Forest forest) {
            return IntStream.range(0, forest.size())
                    .anyMatch(it -> forest.hasDescriptor(it)
                            && forest.text(it, Attribute.DN)
                                    .filter(dn -> dn.regionMatches(true, 0, beginning, 0, beginning.length()))
                                    .isPresent());
        }
    }

    private static Rule over(String point, Function<Examination, IntStream> objects, Need... needs) {
        return Rule.of(point, it -> it.controlled(objects.apply(it)), needs);
    }

    private static boolean dfsr(Examination it, int object) {
        return it.forest()
                        .text(object, Attribute.OBJECT_CLASS)
                        .filter(name -> name.regionMatches(true, 0, "msDFSR-", 0, 7))
                        .isPresent()
                && (it.below(object, "DOMAIN SYSTEM VOLUME") || it.below(object, "CN=DFSR-GLOBALSETTINGS,"));
    }

    /// The head of a partition: a domain, the configuration, the schema, a DNS partition.
    private static boolean root(Examination it, int object) {
        return it.forest().kind(object) == Kind.DOMAIN
                || it.ofClass(object, "configuration")
                || it.ofClass(object, "dMD")
                || it.ofClass(object, "domainDNS");
    }

    /// DnsAdmins holds this by default and has a point of its own.
    private static Stream<Finding> dns(Examination it) {
        return it.all(Kind.CONTAINER)
                .filter(object -> it.named(object, "CN=MicrosoftDNS,CN=System,"))
                .boxed()
                .flatMap(object -> it.ordinaryControllers(object)
                        .filter(control -> !it.named(control.principal(), "CN=DnsAdmins,"))
                        .map(control -> new Finding(object, it.proof(control), 1)));
    }

    /// Policies linked above a privileged account or a controller, as far as blocked inheritance lets them through.
    private static Stream<Finding> policies(Examination it) {
        var applied = new BitSet();
        guarded(it).forEach(account -> {
            var blocked = false;
            for (var container : it.above(account).toArray()) {
                var links = blocked ? Attribute.ENFORCED_GPOS : Attribute.LINKED_GPOS;
                it.forest().refs(container, links).forEach(applied::set);
                blocked |= it.forest().is(container, Attribute.BLOCKS_INHERITANCE);
            }
        });
        return it.controlled(applied.stream(), 1);
    }

    private static Stream<Finding> containers(Examination it) {
        var above = new BitSet();
        guarded(it)
                .forEach(account -> it.above(account)
                        .filter(container -> it.forest().kind(container) == Kind.OU)
                        .forEach(above::set));
        var linking = Set.of(
                Right.GENERIC_ALL, Right.GENERIC_WRITE, Right.WRITE_DACL, Right.WRITE_OWNER, Right.WRITE_GP_LINK);
        return IntStream.concat(above.stream(), it.all(Kind.SITE))
                .boxed()
                .flatMap(container -> Stream.concat(
                                it.ordinaryHolders(container, linking),
                                it.ordinaryControllers(container)
                                        .filter(control -> control.right().equals("Owns")))
                        .map(control -> new Finding(container, it.proof(control), 2)));
    }

    private static IntStream guarded(Examination it) {
        return IntStream.concat(it.privilegedUsers(), it.controllers()).distinct();
    }

    /// Young objects are left out: a delegated owner may still be at work.
    private static Stream<Finding> owners(Examination it) {
        var forest = it.forest();
        var days = it.threshold("owner", "days");
        return it.all().boxed().flatMap(object -> {
            var owner = forest.ref(object, Attribute.OWNER);
            return owner < 0
                            || usual(it, owner)
                            || it.days(object, Attribute.CREATED).orElse(days + 1L) <= days
                    ? Stream.empty()
                    : Stream.of(new Finding(object, "owner " + forest.name(owner), 3));
        });
    }

    private static boolean usual(Examination it, int owner) {
        var id = it.forest().id(owner);
        return id.endsWith("S-1-5-32-544")
                || id.endsWith("S-1-5-18")
                || id.startsWith("S-1-5-21-")
                        && Set.of(512, 519).contains(it.forest().rid(owner));
    }
}
