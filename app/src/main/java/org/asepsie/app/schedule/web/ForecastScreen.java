package org.asepsie.app.schedule.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.asepsie.app.schedule.Aside;
import org.asepsie.app.schedule.Expected;
import org.asepsie.app.schedule.Forecasts;

/// What was expected and what happened, then what the plan of today leads to.
///
/// @param past a plan that was adopted, or one looked back on
/// @param waiting the look back that is being computed
public record ForecastScreen(
        Optional<Forecasts.Compared> past,
        Optional<Forecasts.Compared> today,
        Optional<Aside<Forecasts.Compared>> waiting) {

    public Forecasts.Compared any() {
        return past.or(() -> today).orElseThrow();
    }

    /// One quantity over the quarters: as a band or a line, with what really was.
    ///
    /// @param real the places and values of what happened
    public record Chart(
            String key,
            LineDrawing drawing,
            List<Double> low,
            List<Double> middle,
            List<Double> high,
            List<Spot> real) {}

    public record Spot(double at, double value) {}

    public static List<Chart> charts(Forecasts.Compared compared) {
        return List.of(
                chart("score", compared, it -> spread(it.levels()), 4, it -> it.score()),
                chart("harm", compared, it -> spread(it.perYear()), 0, it -> it.harm()),
                chart("days", compared, it -> spread(it.days()), 0, it -> Optional.of(it.days())),
                chart("euros", compared, it -> spread(it.euros()), 0, it -> Optional.of(it.euros())));
    }

    private static List<Double> spread(Expected.Spread spread) {
        return List.of(spread.low(), spread.middle(), spread.high());
    }

    private static Chart chart(
            String key,
            Forecasts.Compared compared,
            Function<Expected.After, List<Double>> expected,
            double scale,
            Function<Forecasts.Real, Optional<Double>> happened) {
        var quarters = compared.expected().quarters();
        var real = new ArrayList<Spot>();
        compared.real().forEach(it -> happened.apply(it).ifPresent(value -> real.add(new Spot(it.quarter(), value))));
        var highest = Math.max(
                quarters.stream()
                        .mapToDouble(it -> expected.apply(it).get(2))
                        .max()
                        .orElse(1),
                real.stream().mapToDouble(Spot::value).max().orElse(0));
        var xs = IntStream.range(0, quarters.size()).mapToObj(it -> (double) it).toList();
        return new Chart(
                key,
                scale > 0 ? new LineDrawing(xs, scale) : LineDrawing.of(xs, highest),
                each(quarters, it -> expected.apply(it).get(0)),
                each(quarters, it -> expected.apply(it).get(1)),
                each(quarters, it -> expected.apply(it).get(2)),
                real);
    }

    private static List<Double> each(List<Expected.After> quarters, ToDoubleFunction<Expected.After> value) {
        return quarters.stream().map(value::applyAsDouble).toList();
    }

    /// What really was in a quarter, if it has come.
    public static Optional<Forecasts.Real> real(Forecasts.Compared compared, int quarter) {
        return compared.real().stream().filter(it -> it.quarter() == quarter).findFirst();
    }

    /// How many actions should be finished by the end of the last quarter that is over, or of the first one.
    public static int due(Forecasts.Compared compared) {
        var over = Math.max(0, compared.real().size() - 2);
        return compared.expected().quarters().get(over).actions();
    }
}
