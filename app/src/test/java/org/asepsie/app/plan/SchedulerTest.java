package org.asepsie.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Work is spread over quarters by rank, by what rests on what, and by the days there are.
class SchedulerTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 1);
    private static final Quarter FIRST = new Quarter(2027, 1);

    @Test
    void fillsTheFirstQuarterBeforeTheNext() {
        var spread = new Scheduler(FIRST_DAY, 4)
                .spread(List.of(task("a", 3), task("b", 1), task("c", 2), task("d", 2), task("e", 1)));

        assertThat(spread.values()).containsExactly(FIRST, FIRST, FIRST.plus(1), FIRST.plus(1), FIRST.plus(2));
    }

    @Test
    void letsASmallTaskUseWhatALargeOneLeaves() {
        var spread = new Scheduler(FIRST_DAY, 4).spread(List.of(task("a", 3.9), task("large", 4), task("small", 0.1)));

        assertThat(spread.get(id("large"))).isEqualTo(FIRST.plus(1));
        assertThat(spread.get(id("small"))).isEqualTo(FIRST);
    }

    @Test
    void offersOnlyWhatIsLeftOfAQuarterThatHasBegun() {
        var endOfMarch = LocalDate.of(2027, 3, 31);

        var spread = new Scheduler(endOfMarch, 4).spread(List.of(task("a", 2), task("b", 2)));

        assertThat(spread.values()).containsExactly(FIRST.plus(1), FIRST.plus(1));
    }

    @Test
    void beginsNothingBeforeWhatItRestsOn() {
        var base = new Scheduler.Task(id("base"), 1, Optional.of(FIRST.plus(2)), Set.of());
        var above = new Scheduler.Task(id("above"), 1, Optional.empty(), Set.of(id("base")));

        var spread = new Scheduler(FIRST_DAY, 4).spread(List.of(base, above));

        assertThat(spread.get(id("above"))).isEqualTo(FIRST.plus(2));
    }

    @Test
    void leavesWhatAPersonFixedWhereItIs() {
        var fixed = new Scheduler.Task(id("fixed"), 9, Optional.of(FIRST), Set.of());

        var spread = new Scheduler(FIRST_DAY, 4).spread(List.of(task("a", 1), fixed));

        assertThat(spread.get(id("fixed"))).isEqualTo(FIRST);
        assertThat(spread.get(id("a"))).as("the days are taken").isEqualTo(FIRST.plus(2));
    }

    @Test
    void putsWhatIsBeyondThreeYearsAtTheirEnd() {
        var many = new ArrayList<Scheduler.Task>();
        for (var i = 0; i < 100; i++) {
            many.add(task("t" + i, 1));
        }

        var spread = new Scheduler(FIRST_DAY, 4).spread(many);

        assertThat(spread.get(id("t99"))).isEqualTo(FIRST.plus(Scheduler.FURTHEST));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverStartsMoreThanAQuarterHoldsAndOneTaskThatOverflows(long seed) {
        var random = new Random(seed);
        var tasks = new ArrayList<Scheduler.Task>();
        for (var i = 0; i < 40; i++) {
            tasks.add(task("t" + i, random.nextInt(1, 12) / 4.0));
        }

        var spread = new Scheduler(FIRST_DAY, 4).spread(tasks);

        for (var ahead = 0; ahead < Scheduler.FURTHEST; ahead++) {
            var quarter = FIRST.plus(ahead);
            var begun = tasks.stream()
                    .filter(it -> quarter.equals(spread.get(it.id())))
                    .toList();
            var days = begun.stream().mapToDouble(Scheduler.Task::days).sum();
            var largest = begun.stream().mapToDouble(Scheduler.Task::days).max().orElse(0);
            assertThat(days - largest).isLessThanOrEqualTo(4.0);
        }
    }

    private static Scheduler.Task task(String name, double days) {
        return new Scheduler.Task(id(name), days, Optional.empty(), Set.of());
    }

    private static ActionId id(String name) {
        return new ActionId(ActionId.Kind.DO, name);
    }
}
