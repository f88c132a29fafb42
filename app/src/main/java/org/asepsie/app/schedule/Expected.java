package org.asepsie.app.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.plan.Band;
import org.asepsie.engine.plan.Forecast;
import org.asepsie.engine.plan.Plan;

/// What is expected of a plan after each of its quarters. A file format: it may only grow.
///
/// @param start the quarter it begins with, as in `2027-1`
/// @param score the mark at the beginning, 0 to 4
public record Expected(int format, String start, double score, double harm, List<After> quarters, List<Finish> lines) {
    private static final int FORMAT = 1;
    static final long SEED = 1;
    static final int DRAWS = 200;

    /// One in ten below `low`, one in ten above `high`.
    public record Spread(double low, double middle, double high) {
        static Spread of(Band band) {
            return new Spread(band.low(), band.middle(), band.high());
        }

        /// Not draws: from what would be proven to the most that may be true, what is said in the middle.
        static Spread of(Outlook.Span span) {
            return new Spread(
                    span.proven().score().value(),
                    span.said().score().value(),
                    span.possible().score().value());
        }
    }

    /// @param perYear weighed harm a year at the end of the quarter, in hours of care
    /// @param days spent up to then, `euros` too
    /// @param actions finished up to then
    /// @param level from what would be proven to the most that may be true; absent from plans adopted before it was
    ///     kept
    public record After(
            int number, double score, Spread perYear, Spread days, Spread euros, int actions, Optional<Spread> level) {
        /// The level as a band; a line where none was kept.
        public Spread levels() {
            return level.orElse(new Spread(score, score, score));
        }
    }

    public record Finish(String measure, int quarter) {}

    /// The mark follows what the measures raise; everything else is drawn within the ranges of the model.
    static Expected of(Basis basis, Plan plan) {
        var outlook = basis.outlook();
        var after = new ArrayList<After>();
        for (var quarter : Forecast.of(plan, SEED, DRAWS).quarters()) {
            var finished = plan.finishedBy(quarter.quarter());
            var span = outlook.span(basis.candidates(finished));
            after.add(new After(
                    quarter.quarter(),
                    span.said().score().value(),
                    Spread.of(quarter.perYear()),
                    Spread.of(quarter.days()),
                    Spread.of(quarter.euros()),
                    finished.size(),
                    Optional.of(Spread.of(span))));
        }
        return new Expected(
                FORMAT,
                basis.start().toString(),
                outlook.after(List.of()).score().value(),
                Standing.harmPerYear(basis),
                after,
                plan.lines().stream()
                        .map(it -> new Finish(it.measure().value(), it.finish()))
                        .toList());
    }

    public Quarter first() {
        return Quarter.of(start);
    }

    /// What should have been finished by a quarter.
    public List<MeasureId> dueBy(int quarter) {
        return lines.stream()
                .filter(it -> it.quarter <= quarter)
                .map(it -> new MeasureId(it.measure))
                .toList();
    }
}
