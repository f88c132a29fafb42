package org.asepsie.engine.plan;

import static org.asepsie.engine.plan.Cases.days;
import static org.asepsie.engine.plan.Cases.id;
import static org.asepsie.engine.plan.Cases.request;
import static org.asepsie.engine.plan.Cases.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.asepsie.engine.plan.Conflict.Constraint;
import org.asepsie.engine.plan.Conflict.Remedy;
import org.junit.jupiter.api.Test;

class ConflictTest {
    private static final Effort SHORT = new Effort(1, 100, Duration.ZERO);

    private static Conflict conflict(Request request) {
        return switch (new Planner(SHORT).plan(request)) {
            case Outcome.Impossible(var conflict) -> conflict;
            case Outcome.Planned(var plan) -> throw new AssertionError("there is a plan: " + plan.lines());
        };
    }

    @Test
    void namesTheDaysAndTheDutyAndHowFarEachWouldHaveToGive() {
        var due = new Wish.Due(id("zones"), 0, "NIS2");
        var request = request(days(2), task("zones", 6, 4, "spread", 0.8), task("filter", 1, 4, "mail", 0.5))
                .with(List.of(due, new Wish.Force(id("filter"))));

        assertThat(conflict(request).remedies())
                .containsExactly(
                        new Remedy(new Constraint.Days(Cases.IT), Optional.of(4.0), OptionalInt.empty()),
                        new Remedy(new Constraint.Wished(due), Optional.empty(), OptionalInt.of(2)));
    }

    @Test
    void aDutyThatTimeAloneForbidsStandsAlone() {
        var due = new Wish.Due(id("zones"), 0, "CaRE");
        var request = request(days(99), task("zones", 1, 20, "spread", 0.8)).with(List.of(due));

        assertThat(conflict(request).remedies())
                .containsExactly(new Remedy(new Constraint.Wished(due), Optional.empty(), OptionalInt.of(1)));
    }

    @Test
    void whatIsRefusedCannotBePreparedFor() {
        var refused = new Wish.Exclude(id("list"));
        var forced = new Wish.Force(id("act"));
        var request = request(days(99), task("list", 1, 1, "mail", 0.1), task("act", 1, 1, "mail", 0.5, "list"))
                .with(List.of(refused, forced));

        assertThat(conflict(request).remedies().stream().map(Remedy::constraint))
                .containsExactly(new Constraint.Wished(refused), new Constraint.Wished(forced));
    }

    /// Irreducible: all of it is too much, all but any one is not.
    @Test
    void takingAnyOneConstraintAwayFromTheConflictLeavesSomethingFeasible() {
        var met = 0;
        for (var seed = 0L; seed < 400; seed++) {
            var request = PlannerTest.small(seed);
            if (new Planner(SHORT).plan(request) instanceof Outcome.Impossible(var conflict)) {
                met++;
                var all = conflict.remedies().stream().map(Remedy::constraint).toList();
                assertThat(Windows.feasible(Conflict.under(request, all))).isFalse();
                for (var one : all) {
                    var others = all.stream().filter(it -> !it.equals(one)).toList();
                    assertThat(Windows.feasible(Conflict.under(request, others)))
                            .as("seed %d without %s", seed, one)
                            .isTrue();
                }
            }
        }
        assertThat(met).isGreaterThan(30);
    }
}
