package org.asepsie.app.schedule;

import java.time.Duration;
import java.util.List;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.plan.Comparison;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Forecast;
import org.asepsie.engine.plan.Outcome;
import org.asepsie.engine.plan.Planner;
import org.asepsie.engine.plan.Tornado;
import org.springframework.stereotype.Service;

/// What the advice is worth: on which figures it hangs, which orders nobody can tell apart, how far a better plan
/// could go.
@Service
public class Doubts {
    private static final String KIND = "doubt";
    private static final long SEED = 1;
    private static final int DRAWS = 60;
    private static final int FORECAST_DRAWS = 200;
    private static final int SHOWN = 12;
    private static final int STEPS = 3;

    /// More patience than a page has: the bound is true whatever the patience, and tighter with more.
    private static final Effort PATIENT = new Effort(SEED, 4_000, Duration.ofSeconds(6));

    private final Asides asides;
    private final Schedules schedules;

    Doubts(Asides asides, Schedules schedules) {
        this.asides = asides;
        this.schedules = schedules;
    }

    /// @param low and `high`: the ends of the range of the parameter
    /// @param atLow weighed harm the plan avoids when the parameter is at its low end
    /// @param regret what one would lose by keeping this plan if an end were the truth, as a share
    public record Swing(String parameter, double low, double high, double atLow, double atHigh, double regret) {}

    /// Two actions that may change places.
    public record Tie(String sooner, String later) {}

    /// @param avoided one in ten below `avoidedLow`, one in ten above `avoidedHigh`
    /// @param gap how far the best plan could be, looked for longer
    public record Doubt(
            double avoided,
            double avoidedLow,
            double avoidedHigh,
            List<Swing> swings,
            List<Tie> ties,
            boolean optimal,
            double gap) {}

    public Aside<Doubt> of(FacilityId facility, Schedule.Made made) {
        var plan = made.plan();
        return asides.of(facility, KIND, made.basis().fingerprint(), Doubt.class, progress -> {
            progress.step(0, STEPS);
            var ties = Comparison.ties(plan, SEED, DRAWS);
            progress.step(1, STEPS);
            var swings = Tornado.of(plan, SHOWN, Effort.QUICK).swings();
            progress.step(2, STEPS);
            var least = new Planner(PATIENT).plan(plan.request(), List.of(plan)) instanceof Outcome.Planned(var again)
                    ? Math.max(again.proof().leastHarm(), plan.proof().leastHarm())
                    : plan.proof().leastHarm();
            schedules.proven(facility, made.basis().fingerprint(), least);
            var most = plan.before().weighed() - least;
            var gap = most <= 0 ? 0 : Math.max(0, plan.after().weighed() - least) / most;
            var avoided = Forecast.of(plan, SEED, FORECAST_DRAWS).avoided();
            return new Doubt(
                    plan.avoided().weighed(),
                    avoided.low(),
                    avoided.high(),
                    swings.stream()
                            .map(it -> new Swing(
                                    it.parameter().id(),
                                    it.parameter().range().low(),
                                    it.parameter().range().high(),
                                    it.atLow(),
                                    it.atHigh(),
                                    it.regret()))
                            .toList(),
                    ties.stream()
                            .map(it -> new Tie(it.sooner().value(), it.later().value()))
                            .toList(),
                    gap <= org.asepsie.engine.plan.Proof.OPTIMAL,
                    gap);
        });
    }
}
