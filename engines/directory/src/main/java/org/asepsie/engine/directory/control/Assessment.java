package org.asepsie.engine.directory.control;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Forest;

/// All control points of one forest on one date.
///
/// The level is the lowest at which any point fails, 5 if none does. It is an upper bound as long as points could not
/// be evaluated: `evaluated` says how many of all were.
///
/// @param advisories warnings and informations, never scored; those this version has no rule for are not among them
public record Assessment(
        Forest forest, Instant asOf, List<Result> points, List<Result> advisories, PrivilegedSet privileged) {
    public Assessment {
        points = List.copyOf(points);
        advisories = List.copyOf(advisories);
    }

    /// The best level, which no point is attached to.
    public static final int BEST = 5;

    public record Result(ControlPoint point, Verdict verdict) {}

    private static final List<Rule> RULES = Stream.of(
                    PasswordRules.RULES,
                    AccountRules.RULES,
                    GroupRules.RULES,
                    DelegationRules.RULES,
                    ControllerRules.RULES,
                    DomainRules.RULES,
                    List.of(HeuristicsRule.RULE),
                    CertificateRules.RULES,
                    PermissionRules.RULES)
            .flatMap(List::stream)
            .toList();

    static List<Rule> rules() {
        return RULES;
    }

    /// Judges every point of the catalogue in force on that date.
    public static Assessment of(Forest forest, Instant asOf) {
        return of(forest, asOf, Catalogue.on(asOf.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    static Assessment of(Forest forest, Instant asOf, Catalogue catalogue) {
        var examination = new Examination(forest, asOf, catalogue);
        return new Assessment(
                forest,
                asOf,
                judged(catalogue.scored(), RULES, examination),
                judged(catalogue.advisories(), Advisories.RULES, examination),
                examination.privileged());
    }

    private static List<Result> judged(List<ControlPoint> points, List<Rule> rules, Examination examination) {
        var byPoint = rules.stream().collect(Collectors.toMap(Rule::point, Function.identity()));
        var results = new ArrayList<Result>();
        for (var point : points) {
            Optional.ofNullable(byPoint.get(point.id()))
                    .ifPresent(rule -> results.add(new Result(point, rule.judge(examination))));
        }
        return results;
    }

    public int level() {
        return points.stream()
                .flatMap(it ->
                        it.verdict() instanceof Verdict.Failed failed ? Stream.of(failed.level()) : Stream.empty())
                .min(Integer::compare)
                .orElse(BEST);
    }

    /// How many points have a verdict other than "not evaluated".
    public long evaluated() {
        return points.stream()
                .filter(it -> !(it.verdict() instanceof Verdict.NotEvaluated))
                .count();
    }

    /// The points that keep the forest from the next level: those that fail at its level.
    public List<Result> blocking() {
        var level = level();
        return points.stream()
                .filter(it -> it.verdict() instanceof Verdict.Failed failed && failed.level() == level)
                .toList();
    }
}
