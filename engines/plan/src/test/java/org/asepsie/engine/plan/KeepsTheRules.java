package org.asepsie.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds of every plan, read from its own records.
final class KeepsTheRules {
    private KeepsTheRules() {}

    static void check(Plan plan) {
        var means = plan.request().means();
        var euros = 0.0;
        var budget = 0.0;
        for (var quarter : plan.quarters()) {
            var t = quarter.number();
            quarter.days()
                    .forEach((role, used) -> assertThat(used)
                            .as("days of %s in quarter %d", role, t)
                            .isLessThanOrEqualTo(means.daysIn(role, t) + 0.011));
            var newYear = t == 0 || means.yearOf(t) > means.yearOf(t - 1);
            budget += newYear ? means.eurosIn(means.yearOf(t)) : 0;
            euros += quarter.euros();
            assertThat(euros).as("money up to quarter %d", t).isLessThanOrEqualTo(budget + 1);
        }
        for (var line : plan.lines()) {
            assertThat(line.start()).isNotNegative();
            var task = plan.request().situation().tasks().stream()
                    .filter(it -> it.id().equals(line.measure()))
                    .findFirst()
                    .orElseThrow();
            for (var need : task.prerequisites()) {
                plan.request().situation().tasks().stream()
                        .filter(it -> it.id().equals(need) && !it.done())
                        .forEach(it -> assertThat(
                                        plan.line(it.id()).orElseThrow().finish())
                                .isLessThanOrEqualTo(line.finish()));
            }
        }
        assertThat(plan.after().weighed()).isLessThanOrEqualTo(plan.before().weighed());
    }
}
