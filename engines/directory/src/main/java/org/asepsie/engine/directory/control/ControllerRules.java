package org.asepsie.engine.directory.control;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Source.Partition;

/// Domain controllers, writable and read-only.
final class ControllerRules {
    private static final Need CONTROLLERS = Need.seen(Kind.COMPUTER);
    private static final Need CONFIGURATION = Need.of(Partition.CONFIGURATION);
    private static final int DES = 0x3;
    private static final int RC4 = 0x4;
    private static final int AES = 0x18;
    private static final int CONTROLLER_FLAGS = 0x2000 | 0x4000000;
    /// Administrators and the operators, which a read-only controller must never keep.
    private static final Set<Integer> NEVER_REVEALED = Set.of(544, 548, 549, 551, 572);

    static final List<Rule> RULES = List.of(
            Rule.of("dc_obsolete", ControllerRules::obsolete, Need.of(Attribute.OPERATING_SYSTEM), CONTROLLERS),
            Rule.of("dc_crypto", ControllerRules::crypto, Need.of(Attribute.ENCRYPTION_TYPES), CONTROLLERS),
            Rule.of(
                    "dc_inconsistent_uac",
                    ControllerRules::inconsistent,
                    Need.of(Attribute.ACCOUNT_CONTROL),
                    CONFIGURATION),
            Rule.of("rodc_priv_revealed", ControllerRules::revealed, Need.of(Attribute.REVEALED_ACCOUNTS)),
            Rule.of("rodc_never_reveal", ControllerRules::notDenied, Need.of(Attribute.NEVER_REVEAL)),
            Rule.of("rodc_reveal", ControllerRules::onDemand, Need.of(Attribute.REVEAL_ON_DEMAND)),
            Rule.of("rodc_orphan_krbtgt", ControllerRules::orphans, Need.of(Attribute.KRBTGT_LINK)));

    private ControllerRules() {}

    private static Stream<Finding> obsolete(Examination it) {
        var today = LocalDate.ofInstant(it.asOf(), ZoneOffset.UTC);
        return it.controllers()
                .boxed()
                .flatMap(controller -> it
                        .forest()
                        .text(controller, Attribute.OPERATING_SYSTEM)
                        .filter(system ->
                                supportEnds(it, system).filter(today::isAfter).isPresent())
                        .map(system -> new Finding(
                                controller,
                                Attribute.OPERATING_SYSTEM.label() + " " + system + " ("
                                        + supportEnds(it, system).orElseThrow() + ")",
                                1))
                        .stream());
    }

    /// By the year in the name of the system, from the catalogue's table.
    private static Optional<LocalDate> supportEnds(Examination it, String system) {
        return Arrays.stream(it.text("dc_obsolete", "support").split(";", -1))
                .map(entry -> entry.split(":", 2))
                .filter(entry -> system.contains("Server " + entry[0])
                        || system.contains("Server® " + entry[0])
                        || system.contains("Windows " + entry[0]))
                .map(entry -> LocalDate.parse(entry[1]))
                .findFirst();
    }

    private static Stream<Finding> crypto(Examination it) {
        return it.controllers().boxed().flatMap(controller -> {
            var types = it.forest().number(controller, Attribute.ENCRYPTION_TYPES);
            if (types.isEmpty()) {
                return Stream.empty();
            }
            var bits = types.getAsInt();
            var level = (bits & DES) != 0 ? 2 : (bits & AES) == 0 ? 3 : (bits & RC4) != 0 ? 4 : 0;
            var proof = "%s 0x%X".formatted(Attribute.ENCRYPTION_TYPES.label(), bits);
            return level == 0 ? Stream.empty() : Stream.of(new Finding(controller, proof, level));
        });
    }

    /// The flags of a controller, its primary group and its object in the configuration must agree.
    private static Stream<Finding> inconsistent(Examination it) {
        var forest = it.forest();
        var flags = it.all(Kind.COMPUTER)
                .filter(computer -> forest.has(computer, Attribute.ACCOUNT_CONTROL))
                .boxed()
                .flatMap(computer -> {
                    var flagged =
                            (forest.number(computer, Attribute.ACCOUNT_CONTROL).orElse(0) & CONTROLLER_FLAGS) != 0;
                    var grouped = Set.of(516, 521).contains(it.primaryRid(computer));
                    return flagged == grouped
                            ? Stream.empty()
                            : Stream.of(new Finding(
                                    computer,
                                    "userAccountControl 0x%X, primaryGroupID %d"
                                            .formatted(
                                                    forest.number(computer, Attribute.ACCOUNT_CONTROL)
                                                            .orElse(0),
                                                    it.primaryRid(computer)),
                                    1));
                });
        return Stream.concat(flags, withoutServer(it));
    }

    private static Stream<Finding> withoutServer(Examination it) {
        if (!CONFIGURATION.met(it.forest())) {
            return Stream.empty();
        }
        var served = it.all()
                .filter(object -> it.ofClass(object, "server"))
                .flatMap(object -> it.forest().refs(object, Attribute.SERVER_REFERENCE))
                .boxed()
                .collect(Collectors.toSet());
        return it.findings(
                it.controllers(),
                computer -> !served.contains(computer),
                _ -> Attribute.SERVER_REFERENCE.label() + " –",
                1);
    }

    private static IntStream readOnly(Examination it) {
        return it.all(Kind.COMPUTER).filter(computer -> it.forest().is(computer, Attribute.IS_RODC));
    }

    private static Stream<Finding> revealed(Examination it) {
        var forest = it.forest();
        return readOnly(it)
                .boxed()
                .flatMap(controller -> forest.refs(controller, Attribute.REVEALED_ACCOUNTS)
                        .filter(account -> it.privileged().contains(account))
                        .distinct()
                        .mapToObj(account -> new Finding(
                                controller, Attribute.REVEALED_ACCOUNTS.label() + " " + forest.name(account), 2)));
    }

    private static Stream<Finding> notDenied(Examination it) {
        var forest = it.forest();
        return readOnly(it).boxed().flatMap(controller -> {
            var denied = forest.refs(controller, Attribute.NEVER_REVEAL)
                    .map(forest::rid)
                    .boxed()
                    .collect(Collectors.toSet());
            return NEVER_REVEALED.stream()
                    .sorted()
                    .filter(rid -> forest.tells(Attribute.NEVER_REVEAL) && !denied.contains(rid))
                    .map(rid -> new Finding(controller, Attribute.NEVER_REVEAL.label() + " …-" + rid + " –", 3));
        });
    }

    /// Numbers below 1000 are built-in; the group made for this purpose (571) is the one exception.
    private static Stream<Finding> onDemand(Examination it) {
        var forest = it.forest();
        return readOnly(it)
                .boxed()
                .flatMap(controller -> forest.refs(controller, Attribute.REVEAL_ON_DEMAND)
                        .filter(group -> forest.rid(group) >= 0 && forest.rid(group) < 1000 && forest.rid(group) != 571)
                        .mapToObj(group -> new Finding(
                                controller, Attribute.REVEAL_ON_DEMAND.label() + " " + forest.name(group), 3)));
    }

    private static Stream<Finding> orphans(Examination it) {
        var forest = it.forest();
        return it.findings(
                it.all(Kind.USER)
                        .filter(user -> forest.text(user, Attribute.LOGON_NAME)
                                .filter(name -> name.regionMatches(true, 0, "krbtgt_", 0, 7))
                                .isPresent()),
                user -> readOnly(it).noneMatch(controller -> forest.ref(controller, Attribute.KRBTGT_LINK) == user),
                _ -> Attribute.KRBTGT_LINK_BACK.label() + " –",
                3);
    }
}
