package org.asepsie.app.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.control.Assessment;
import org.asepsie.engine.directory.control.Finding;
import org.asepsie.engine.directory.control.Verdict;
import org.asepsie.knowledge.DirectoryGuide;
import org.asepsie.knowledge.Text;

/// The values of indicators that one collection proves. What it cannot prove is left out: a figure that would look
/// better than the directory may be is no evidence.
final class Measurements {
    /// What the indicators themselves speak of: "for months", "over three years".
    private static final Duration DORMANT = Duration.ofDays(180);

    private static final Duration OLD_PASSWORD = Duration.ofDays(3 * 365);

    private static final Set<String> DELEGATIONS =
            Set.of("delegation_t4d", "delegation_t2a4d", "delegation_a2d2", "delegation_sourcedeleg");
    private static final Set<String> OLD_WAYS =
            Set.of("kerberos_properties_deskey", "dc_crypto", "sysvol_ntfrs", "compatible_2000_anonymous");
    private static final String GENERIC = "ward-account";

    private final Forest forest;
    private final Assessment assessment;
    private final DirectoryGuide guide;
    private final Instant asOf;
    private final List<Value> values = new ArrayList<>();

    /// @param note what a reader must know of the figure
    record Value(String indicator, double value, Text note) {}

    private Measurements(Assessment assessment, DirectoryGuide guide) {
        this.forest = assessment.forest();
        this.assessment = assessment;
        this.guide = guide;
        this.asOf = assessment.asOf();
    }

    /// @param accounts those below the top; where none was read, nothing is known of who reaches it
    /// @param exposed those of them that reach it
    static List<Value> of(Assessment assessment, int accounts, int exposed, DirectoryGuide guide) {
        return new Measurements(assessment, guide).measured(accounts, exposed);
    }

    private List<Value> measured(int accounts, int exposed) {
        level();
        add("directory.days-since-audit", 0);
        if (accounts > 0 && forest.all(Kind.DOMAIN).anyMatch(forest::hasDescriptor)) {
            add("directory.tier0-exposed-principals", exposed);
        }
        urgentPoints();
        counted("directory.dangerous-delegations", DELEGATIONS);
        counted("directory.unsupported-controllers", Set.of("dc_obsolete"));
        oldWays();
        privileged();
        accounts();
        localPasswords();
        return List.copyOf(values);
    }

    private void add(String indicator, double value) {
        add(indicator, value, new Text("", ""));
    }

    private void add(String indicator, double value, Text note) {
        values.add(new Value(indicator, Math.round(value * 10) / 10.0, note));
    }

    /// Proven only where no point that was not evaluated could lower it.
    private void level() {
        var level = assessment.level();
        var open = assessment.points().stream()
                .filter(it -> it.verdict() instanceof Verdict.NotEvaluated)
                .filter(it -> it.point().levels().getFirst() < level)
                .count();
        if (open == 0) {
            add("directory.cert-fr-level", level);
        }
    }

    /// A count of failures is a least: it is proven where all points were evaluated, or where it is bad enough already.
    private void urgentPoints() {
        var urgent = assessment.points().stream()
                .filter(it -> it.point().levels().contains(1))
                .toList();
        var failing = urgent.stream()
                .filter(it -> it.verdict() instanceof Verdict.Failed failed && failed.level() == 1)
                .count();
        var open = urgent.stream()
                .filter(it -> it.verdict() instanceof Verdict.NotEvaluated)
                .count();
        if (open == 0 || failing > 0) {
            add(
                    "directory.failing-points-level-1",
                    failing,
                    open == 0
                            ? new Text("", "")
                            : new Text(
                                    "Au moins : %d autres points urgents n’ont pas été évalués.".formatted(open),
                                    "At least: %d more urgent points were not evaluated.".formatted(open)));
        }
    }

    private boolean evaluated(String point) {
        return assessment.points().stream()
                .anyMatch(it -> it.point().id().equals(point) && !(it.verdict() instanceof Verdict.NotEvaluated));
    }

    private IntStream failing(String point) {
        return assessment.points().stream()
                .filter(it -> it.point().id().equals(point))
                .flatMap(it -> it.verdict() instanceof Verdict.Failed(var _, var findings)
                        ? findings.stream()
                        : java.util.stream.Stream.<Finding>empty())
                .mapToInt(Finding::object)
                .distinct();
    }

    private void counted(String indicator, Set<String> points) {
        if (points.stream().allMatch(this::evaluated)) {
            add(
                    indicator,
                    points.stream().flatMapToInt(this::failing).distinct().count());
        }
    }

    private void oldWays() {
        if (OLD_WAYS.stream().allMatch(this::evaluated)) {
            add(
                    "directory.legacy-protocols-enabled",
                    OLD_WAYS.stream()
                            .filter(it -> failing(it).findAny().isPresent())
                            .count());
        }
    }

    private IntStream people(IntPredicate which) {
        return forest.all(Kind.USER)
                .filter(forest::described)
                .filter(it -> !forest.is(it, Attribute.DELETED))
                .filter(it -> forest.flag(it, Attribute.ENABLED).orElse(true))
                .filter(it -> forest.rid(it) != 502)
                .filter(which);
    }

    private void privileged() {
        var privileged = assessment.privileged().members();
        var count = people(privileged::get).count();
        if (forest.tells(Attribute.MEMBERS)) {
            add("directory.privileged-accounts", count);
        }
        if (count > 0 && evaluated("protected_users")) {
            var outside = failing("protected_users").filter(privileged::get).count();
            add("directory.privileged-protected-share", 100.0 * Math.max(0, count - outside) / count);
        }
    }

    private void accounts() {
        var all = people(_ -> true).count();
        if (all == 0) {
            return;
        }
        var logon = List.of(Attribute.LAST_LOGON_REPLICATED, Attribute.LAST_LOGON);
        if (logon.stream().anyMatch(forest::tells)) {
            var dormant = people(it -> logon.stream().allMatch(seen -> longAgo(it, seen, DORMANT))
                            && longAgo(it, Attribute.CREATED, DORMANT))
                    .count();
            add("directory.dormant-accounts-share", 100.0 * dormant / all);
        }
        if (forest.tells(Attribute.SERVICE_NAMES) && forest.tells(Attribute.PASSWORD_SET)) {
            add(
                    "directory.service-accounts-old-password",
                    people(it -> !forest.texts(it, Attribute.SERVICE_NAMES).isEmpty()
                                    && longAgo(it, Attribute.PASSWORD_SET, OLD_PASSWORD))
                            .count());
        }
        add(
                "entitlement.generic-accounts",
                people(it -> guide.tag("user", forest.name(it))
                                .filter(tag -> tag.id().equals(GENERIC))
                                .isPresent())
                        .count(),
                new Text("Comptés d’après leur nom.", "Counted by their names."));
    }

    /// Never, or not since; what was not read of this account counts as long ago only beside another that was.
    private boolean longAgo(int account, Attribute attribute, Duration age) {
        return forest.moment(account, attribute)
                .map(it -> it.equals(Forest.NEVER) || it.isBefore(asOf.minus(age)))
                .orElse(attribute != Attribute.PASSWORD_SET);
    }

    private void localPasswords() {
        if (!forest.tells(Attribute.HAS_LAPS)) {
            return;
        }
        var machines = forest.all(Kind.COMPUTER)
                .filter(forest::described)
                .filter(it -> forest.flag(it, Attribute.ENABLED).orElse(true))
                .filter(it -> !forest.is(it, Attribute.IS_DC))
                .filter(it -> forest.text(it, Attribute.OPERATING_SYSTEM)
                        .filter(os -> os.toLowerCase(Locale.ROOT).contains("windows"))
                        .isPresent())
                .toArray();
        if (machines.length > 0) {
            var covered = IntStream.of(machines)
                    .filter(it -> forest.is(it, Attribute.HAS_LAPS))
                    .count();
            add("directory.local-admin-password-coverage", 100.0 * covered / machines.length);
        }
    }
}
