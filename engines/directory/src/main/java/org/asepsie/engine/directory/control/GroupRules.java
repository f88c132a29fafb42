package org.asepsie.engine.directory.control;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;

/// Groups that hold more, or less, than they should.
final class GroupRules {
    private static final Need MEMBERS = Need.of(Attribute.MEMBERS);
    private static final Need GROUPS = Need.seen(Kind.GROUP);
    private static final String AUTHENTICATED = "S-1-5-11";
    private static final String ANONYMOUS = "S-1-5-7";
    private static final int COMPATIBLE = 554;
    private static final int ALLOWED_REPLICATION = 571;
    private static final int DENIED_REPLICATION = 572;
    /// krbtgt, Domain Admins, Domain Controllers, Cert Publishers, Schema and Enterprise Admins, Policy Creator Owners
    /// and read-only controllers, by their last number.
    private static final Set<Integer> DENIED_BY_DEFAULT = Set.of(502, 512, 516, 517, 518, 519, 520, 521);

    static final List<Rule> RULES = List.of(
            Rule.of("compatible_2000_anonymous", it -> compatible(it, true), MEMBERS, GROUPS),
            Rule.of("compatible_2000_not_default", it -> compatible(it, false), MEMBERS, GROUPS),
            Rule.of("dnsadmins", GroupRules::dnsAdmins, MEMBERS, Need.descriptorsOf(Kind.GROUP)),
            Rule.of("group_loop", GroupRules::loops, MEMBERS, GROUPS),
            Rule.of("rodc_allowed_group", GroupRules::allowed, MEMBERS, GROUPS),
            Rule.of("rodc_denied_group", GroupRules::denied, MEMBERS, GROUPS));

    private GroupRules() {}

    private static IntStream groups(Examination it, int rid) {
        return it.all(Kind.GROUP).filter(group -> it.forest().rid(group) == rid);
    }

    private static Stream<Finding> compatible(Examination it, boolean anonymous) {
        var forest = it.forest();
        return groups(it, COMPATIBLE)
                .boxed()
                .flatMap(group -> forest.refs(group, Attribute.MEMBERS)
                        .filter(member -> anonymous
                                ? forest.id(member).endsWith(ANONYMOUS)
                                : !forest.id(member).endsWith(ANONYMOUS)
                                        && !forest.id(member).endsWith(AUTHENTICATED))
                        .mapToObj(member -> new Finding(group, "member " + forest.name(member), anonymous ? 2 : 3)));
    }

    /// Its members run code as the DNS server, which is a domain controller.
    private static Stream<Finding> dnsAdmins(Examination it) {
        var forest = it.forest();
        var groups = it.all(Kind.GROUP)
                .filter(group -> it.named(group, "CN=DnsAdmins,"))
                .toArray();
        var members = IntStream.of(groups)
                .boxed()
                .flatMap(group -> forest.refs(group, Attribute.MEMBERS)
                        .mapToObj(member -> new Finding(group, "member " + forest.name(member), 1)));
        return Stream.concat(members, it.controlled(IntStream.of(groups), 1));
    }

    private static Stream<Finding> loops(Examination it) {
        return GroupLoops.in(it.forest(), it.all(Kind.GROUP).toArray()).stream()
                .map(loop -> new Finding(
                        loop.getFirst(),
                        loop.stream().map(it.forest()::name).collect(Collectors.joining(" → ", "", " → …")),
                        4));
    }

    private static Stream<Finding> allowed(Examination it) {
        return groups(it, ALLOWED_REPLICATION)
                .boxed()
                .flatMap(group -> it.forest()
                        .refs(group, Attribute.MEMBERS)
                        .mapToObj(member ->
                                new Finding(group, "member " + it.forest().name(member), 3)));
    }

    private static Stream<Finding> denied(Examination it) {
        var forest = it.forest();
        return groups(it, DENIED_REPLICATION).boxed().flatMap(group -> {
            var present = forest.refs(group, Attribute.MEMBERS)
                    .map(forest::rid)
                    .boxed()
                    .collect(Collectors.toSet());
            return DENIED_BY_DEFAULT.stream()
                    .sorted()
                    // the groups of the whole forest stand in its root domain alone
                    .filter(rid -> !present.contains(rid) && hasInDomain(it, group, rid))
                    .map(rid -> new Finding(group, "member …-" + rid + " –", 3));
        });
    }

    private static boolean hasInDomain(Examination it, int group, int rid) {
        var domain = it.forest().domain(group);
        return domain >= 0
                && it.forest().find(it.forest().id(domain) + "-" + rid) >= 0
                && it.forest().described(it.forest().find(it.forest().id(domain) + "-" + rid));
    }
}
