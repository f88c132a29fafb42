package org.asepsie.knowledge.diagnosis;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.plan.Band;
import org.asepsie.engine.plan.Comparison;
import org.asepsie.engine.plan.Conflict;
import org.asepsie.engine.plan.Conflict.Constraint;
import org.asepsie.engine.plan.Forecast;
import org.asepsie.engine.plan.Harm;
import org.asepsie.engine.plan.Outcome;
import org.asepsie.engine.plan.Plan;
import org.asepsie.engine.plan.Reason;
import org.asepsie.engine.plan.Role;
import org.asepsie.engine.plan.Wish;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Text;

/// A plan by quarter as it leaves the product, in JSON: `docs/schemas/plan-means.schema.json` describes it.
/// Quarters are told by their first day, harm in hours of care, records and euros expected over the
/// horizon.
///
/// @param conflict what cannot hold together, when there is no plan
public record ScheduleDocument(
        String framework,
        String asOf,
        boolean feasible,
        Optional<ProofPart> proof,
        Optional<HarmPart> nothing,
        Optional<HarmPart> plan,
        List<LinePart> lines,
        List<QuarterPart> quarters,
        List<TiePart> ties,
        List<RemedyPart> conflict) {
    private static final long SEED = 1;
    private static final int DRAWS = 200;
    private static final int DRAWS_PER_TIE = 60;

    public record ProofPart(String method, boolean optimal, double gap) {}

    public record HarmPart(double careHours, double records, double euros, double weighed) {
        static HarmPart of(Harm harm) {
            return new HarmPart(
                    tenths(harm.careHours()), tenths(harm.records()), tenths(harm.euros()), tenths(harm.weighed()));
        }
    }

    /// @param ifSkipped harm that comes back without it and without what needs it
    /// @param heldBy `length`, `prerequisite`, `days`, `money` or `decision`; `by` names the measure or the
    ///     role
    public record LinePart(
            String measure,
            Text title,
            LocalDate from,
            LocalDate until,
            boolean decided,
            HarmPart ifSkipped,
            double ifOneQuarterLater,
            String heldBy,
            Optional<String> by,
            List<String> prepares) {}

    public record QuarterPart(
            LocalDate from,
            List<String> finished,
            Map<String, Double> days,
            double euros,
            BandPart harmPerYear,
            BandPart daysSoFar,
            BandPart eurosSoFar,
            double score,
            LevelPart level) {}

    /// Score with the measures in place and shown by evidence: what would be proven, what is said, the most that may be
    /// true.
    public record LevelPart(double proven, double said, double possible) {
        static LevelPart of(Outlook.Span span) {
            return new LevelPart(
                    span.proven().score().value(),
                    span.said().score().value(),
                    span.possible().score().value());
        }
    }

    public record BandPart(double low, double middle, double high) {
        static BandPart of(Band band) {
            return new BandPart(tenths(band.low()), tenths(band.middle()), tenths(band.high()));
        }
    }

    /// Two actions whose order is within the noise.
    public record TiePart(String sooner, String later) {}

    /// @param more days or euros that are short; `notBefore` the first quarter that would do
    public record RemedyPart(
            String constraint, Optional<String> of, Optional<Double> more, Optional<LocalDate> notBefore) {}

    /// @param start first day of the first quarter
    /// @param level the scores once these measures are in place
    public record Context(
            String framework,
            String asOf,
            LocalDate start,
            Catalogue catalogue,
            Function<List<MeasureId>, Outlook.Span> level) {
        LocalDate day(int quarter) {
            return start.plusMonths(3L * quarter);
        }

        Text title(MeasureId measure) {
            return catalogue.measure(measure).orElseThrow().title();
        }
    }

    public static ScheduleDocument of(Outcome outcome, Context context) {
        return switch (outcome) {
            case Outcome.Planned(var plan) -> planned(plan, context);
            case Outcome.Impossible(var conflict) ->
                new ScheduleDocument(
                        context.framework,
                        context.asOf,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        conflict.remedies().stream()
                                .map(it -> remedy(it, context))
                                .toList());
        };
    }

    private static ScheduleDocument planned(Plan plan, Context context) {
        var proof = plan.proof();
        return new ScheduleDocument(
                context.framework,
                context.asOf,
                true,
                Optional.of(new ProofPart(
                        proof.method().name().toLowerCase(Locale.ROOT),
                        proof.optimal(),
                        Math.round(proof.gap() * 1e5) / 1e5)),
                Optional.of(HarmPart.of(plan.before())),
                Optional.of(HarmPart.of(plan.after())),
                Reason.of(plan).stream().map(it -> line(plan, it, context)).toList(),
                quarters(plan, context),
                Comparison.ties(plan, SEED, DRAWS_PER_TIE).stream()
                        .map(it -> new TiePart(it.sooner().value(), it.later().value()))
                        .toList(),
                List.of());
    }

    private static LinePart line(Plan plan, Reason reason, Context context) {
        var line = plan.line(reason.measure()).orElseThrow();
        return new LinePart(
                line.measure().value(),
                context.title(line.measure()),
                context.day(line.start()),
                context.day(line.finish() + 1).minusDays(1),
                line.must(),
                HarmPart.of(reason.skipped()),
                tenths(reason.waited()),
                heldBy(reason.held()),
                by(reason.held()),
                reason.prepares().stream().map(MeasureId::value).toList());
    }

    private static String heldBy(Reason.Held held) {
        return switch (held) {
            case Reason.Held.ByItsLength _ -> "length";
            case Reason.Held.ByPrerequisite _ -> "prerequisite";
            case Reason.Held.ByDays _ -> "days";
            case Reason.Held.ByMoney _ -> "money";
            case Reason.Held.ByDecision _ -> "decision";
        };
    }

    private static Optional<String> by(Reason.Held held) {
        return switch (held) {
            case Reason.Held.ByPrerequisite(var measure) -> Optional.of(measure.value());
            case Reason.Held.ByDays(var role) -> Optional.of(role.id());
            case Reason.Held.ByItsLength _, Reason.Held.ByMoney _, Reason.Held.ByDecision _ -> Optional.empty();
        };
    }

    private static List<QuarterPart> quarters(Plan plan, Context context) {
        var forecast = Forecast.of(plan, SEED, DRAWS).quarters();
        return plan.quarters().stream()
                .map(it -> {
                    var expected = forecast.get(it.number());
                    var level = LevelPart.of(context.level.apply(plan.finishedBy(it.number())));
                    return new QuarterPart(
                            context.day(it.number()),
                            plan.lines().stream()
                                    .filter(line -> line.finish() == it.number())
                                    .map(line -> line.measure().value())
                                    .toList(),
                            days(it.days()),
                            it.euros(),
                            BandPart.of(expected.perYear()),
                            BandPart.of(expected.days()),
                            BandPart.of(expected.euros()),
                            level.said(),
                            level);
                })
                .toList();
    }

    private static Map<String, Double> days(Map<Role, Double> days) {
        return days.entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().id(), Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    private static RemedyPart remedy(Conflict.Remedy remedy, Context context) {
        var notBefore = remedy.quarter().isPresent()
                ? Optional.of(context.day(remedy.quarter().getAsInt()))
                : Optional.<LocalDate>empty();
        return switch (remedy.constraint()) {
            case Constraint.Days(var role) -> new RemedyPart("days", Optional.of(role.id()), remedy.more(), notBefore);
            case Constraint.Euros() -> new RemedyPart("euros", Optional.empty(), remedy.more(), notBefore);
            case Constraint.Wished(var wish) ->
                new RemedyPart(name(wish), Optional.of(wish.measure().value()), remedy.more(), notBefore);
        };
    }

    private static String name(Wish wish) {
        return switch (wish) {
            case Wish.Pin _ -> "pinned";
            case Wish.Force _ -> "forced";
            case Wish.Due _ -> "due";
            case Wish.Ordered _ -> "ordered";
            case Wish.Exclude _ -> "refused";
        };
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
