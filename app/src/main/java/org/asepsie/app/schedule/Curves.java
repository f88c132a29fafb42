package org.asepsie.app.schedule;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.plan.Curve;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Means;
import org.asepsie.engine.plan.Outcome;
import org.asepsie.engine.plan.Plan;
import org.asepsie.engine.plan.Planner;
import org.asepsie.engine.plan.Request;
import org.asepsie.engine.plan.Role;
import org.springframework.stereotype.Service;

/// What other means would bring.
@Service
public class Curves {
    private static final List<Double> FACTORS = List.of(0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0);
    private static final String KIND = "curve";

    private final Asides asides;

    Curves(Asides asides) {
        this.asides = asides;
    }

    /// @param times the money, or the days, against those of today
    /// @param avoided weighed, in hours of care over the horizon
    public record Point(double times, double avoided, double careHours, double records, double days, double euros) {}

    /// One curve; `knee` is the place in `points` after which more brings much less, or -1.
    public record Line(List<Point> points, int knee) {}

    /// Money with the days of today, and days with the money of today.
    public record Both(Line money, Line days) {}

    /// Both curves, computed aside: eighteen plans.
    public Aside<Both> of(FacilityId facility, Schedule.Made made) {
        var request = made.plan().request();
        return asides.of(facility, KIND, made.basis().fingerprint(), Both.class, progress -> {
            var money = line(request, it -> request.means().timesEuros(it), 0, progress);
            var days = line(request, it -> timesDays(request.means(), it), FACTORS.size(), progress);
            return new Both(money, days);
        });
    }

    private static Line line(Request request, DoubleFunction<Means> scaled, int done, Asides.Progress progress) {
        var made = new AtomicInteger(done);
        var curve = Curve.of(
                request,
                FACTORS,
                factor -> {
                    progress.step(made.getAndIncrement(), 2 * FACTORS.size());
                    return scaled.apply(factor);
                },
                Effort.QUICK);
        return new Line(
                curve.points().stream().map(Curves::point).toList(),
                curve.knee().orElse(-1));
    }

    private static Point point(Curve.Point point) {
        var plan = point.plan();
        return new Point(
                point.times(),
                point.avoided(),
                plan.avoided().careHours(),
                plan.avoided().records(),
                plan.quarters().stream()
                        .flatMap(it -> it.days().values().stream())
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                plan.quarters().stream().mapToDouble(it -> it.euros()).sum());
    }

    static Means timesDays(Means means, double factor) {
        var scaled = means;
        for (Role role : means.days().keySet()) {
            scaled = scaled.timesDays(role, factor);
        }
        return scaled;
    }

    /// The plan with other means, starting from today's; empty when what must be done does not fit them.
    public Optional<Plan> with(Schedule.Made made, double euros, double days) {
        var request = made.plan().request();
        var means = timesDays(request.means().timesEuros(euros), days);
        return new Planner(Effort.QUICK).plan(request.with(means), List.of(made.plan()))
                        instanceof Outcome.Planned(var plan)
                ? Optional.of(plan)
                : Optional.empty();
    }
}
