package org.asepsie.engine.directory.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;

/// Accounts that may act in the name of others.
final class DelegationRules {
    static final List<Rule> RULES = List.of(
            Rule.of("delegation_t4d", DelegationRules::unconstrained, Need.of(Attribute.UNCONSTRAINED_DELEGATION)),
            Rule.of("delegation_a2d2", it -> constrained(it, false), Need.of(Attribute.DELEGATES_TO)),
            Rule.of(
                    "delegation_t2a4d",
                    it -> constrained(it, true),
                    Need.of(Attribute.DELEGATES_TO),
                    Need.of(Attribute.PROTOCOL_TRANSITION)),
            Rule.of("delegation_sourcedeleg", DelegationRules::byResource, Need.of(Attribute.ALLOWED_TO_ACT)));

    private DelegationRules() {}

    private static IntStream accounts(Examination it) {
        return IntStream.concat(it.all(Kind.USER), it.all(Kind.COMPUTER)).filter(it::enabled);
    }

    private static Stream<Finding> unconstrained(Examination it) {
        return it.findings(
                accounts(it).filter(account -> !it.controller(account)),
                account -> it.forest().is(account, Attribute.UNCONSTRAINED_DELEGATION),
                _ -> Attribute.UNCONSTRAINED_DELEGATION.label(),
                1);
    }

    /// Towards a controller or another privileged host; with protocol transition also towards krbtgt, by name.
    private static Stream<Finding> constrained(Examination it, boolean transition) {
        var forest = it.forest();
        return accounts(it)
                .filter(account -> forest.is(account, Attribute.PROTOCOL_TRANSITION) == transition)
                .boxed()
                .flatMap(account -> Stream.concat(
                                forest.refs(account, Attribute.DELEGATES_TO)
                                        .filter(target -> it.controller(target)
                                                || it.privileged().contains(target))
                                        .mapToObj(forest::name),
                                forest.texts(account, Attribute.DELEGATES_TO_NAMES).stream()
                                        .filter(name ->
                                                name.toLowerCase(Locale.ROOT).startsWith("krbtgt/")))
                        .distinct()
                        .map(target -> new Finding(account, Attribute.DELEGATES_TO_NAMES.label() + " → " + target, 1)));
    }

    private static Stream<Finding> byResource(Examination it) {
        var forest = it.forest();
        return accounts(it)
                .filter(account -> it.controller(account) || it.privileged().contains(account))
                .boxed()
                .flatMap(account -> forest.refs(account, Attribute.ALLOWED_TO_ACT)
                        .mapToObj(actor -> new Finding(
                                account, Attribute.ALLOWED_TO_ACT.label() + " ← " + forest.name(actor), 1)));
    }
}
