package org.asepsie.engine.plan;

import static org.asepsie.engine.plan.Cases.days;
import static org.asepsie.engine.plan.Cases.id;
import static org.asepsie.engine.plan.Cases.request;
import static org.asepsie.engine.plan.Cases.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
    private static final Effort SHORT = new Effort(1, 1_000, Duration.ZERO);

    private static Plan plan(Request request) {
        return new Planner(SHORT).orElseThrow(request);
    }

    /// The worked example of docs/design/plan.md.
    @Test
    void theWorkedExampleOfTheDesignPage() {
        var plan = plan(request(days(2), task("filter", 2, 4, "mail", 0.5), task("zones", 4, 20, "spread", 0.8)));

        assertThat(plan.lines())
                .containsExactly(new Line(id("filter"), 0, 0, false), new Line(id("zones"), 1, 2, false));
        assertThat(plan.before().careHours()).isCloseTo(200, within(1e-9));
        assertThat(plan.after().careHours()).isCloseTo(12.5 + 12.5 + 12.5 + 2.5 + 11.25, within(1e-9));
        assertThat(plan.proof().optimal()).isTrue();
    }

    @Test
    void prerequisitesComeFirstAndShareAQuarterOnlyIfTheyFitInThirteenWeeks() {
        var fits = plan(request(days(9), task("list", 1, 6, "mail", 0.1), task("act", 1, 7, "mail", 0.5, "list")));
        var tooLong = plan(request(days(9), task("list", 1, 6, "mail", 0.1), task("act", 1, 8, "mail", 0.5, "list")));

        assertThat(fits.line(id("act")).orElseThrow().finish()).isZero();
        assertThat(tooLong.line(id("act")).orElseThrow().finish()).isEqualTo(1);
    }

    @Test
    void aChainOfThreeThatDoesNotFitInOneQuarterTakesTwo() {
        var plan = plan(request(
                days(9),
                task("a", 1, 6, "mail", 0.1),
                task("b", 1, 6, "mail", 0.1, "a"),
                task("c", 1, 6, "mail", 0.5, "b")));

        assertThat(plan.line(id("b")).orElseThrow().finish()).isZero();
        assertThat(plan.line(id("c")).orElseThrow().finish()).isEqualTo(1);
    }

    @Test
    void whatIsInPlaceIsNotPlannedAndIsNoObstacle() {
        var done = new Task(
                id("list"), java.util.Map.of(), Cases.exactly(0), 4, java.util.Set.of(), List.of(), Cases.exactly(1));
        var plan = plan(request(days(9), done, task("act", 1, 4, "mail", 0.5, "list", "not-on-offer")));

        assertThat(plan.finishedBy(0)).containsExactly(id("act"));
    }

    @Test
    void whatIsOrderedIsDoneAndItsMoneyIsNotAskedForAgain() {
        var dear = new Task(
                id("dear"),
                java.util.Map.of(Cases.IT, Cases.exactly(1)),
                Cases.exactly(50),
                4,
                java.util.Set.of(),
                List.of(),
                Cases.exactly(0));
        var request = request(days(1), dear);

        assertThat(plan(request).lines()).isEmpty();
        assertThat(plan(request.with(new Wish.Ordered(id("dear")))).finishedBy(3))
                .containsExactly(id("dear"));
    }

    @Test
    void refusingAMeasureRefusesWhatNeedsIt() {
        var request = request(days(9), task("list", 1, 6, "mail", 0.1), task("act", 1, 7, "mail", 0.5, "list"));

        assertThat(plan(request.with(new Wish.Exclude(id("list")))).lines()).isEmpty();
    }

    static LongStream smallSeeds() {
        return LongStream.range(0, 60);
    }

    /// Small enough to try every quarter for every measure, with wishes of all kinds.
    static Request small(long seed) {
        var random = new SplittableRandom(seed);
        var request = Cases.facility(seed, 3 + (int) (seed % 4), 3, 2, random.nextDouble(0.2, 1.1));
        var wishes = new ArrayList<Wish>();
        for (var task : request.situation().tasks()) {
            switch (random.nextInt(12)) {
                case 0 -> wishes.add(new Wish.Pin(task.id(), random.nextInt(3)));
                case 1 -> wishes.add(new Wish.Due(task.id(), random.nextInt(3), "rule"));
                case 2 -> wishes.add(new Wish.Force(task.id()));
                case 3 -> wishes.add(new Wish.Exclude(task.id()));
                case 4 -> wishes.add(new Wish.Ordered(task.id()));
                default -> {
                    // no wish
                }
            }
        }
        return request.with(wishes);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("smallSeeds")
    void bruteForceAgreesOnEverySmallInstance(long seed) {
        var request = small(seed);
        var truth = new BruteForce(request).least();

        switch (new Planner(SHORT).plan(request)) {
            case Outcome.Planned(var plan) -> assertThat(plan.after().weighed()).isCloseTo(truth, within(1e-9 * truth));
            case Outcome.Impossible _ -> assertThat(truth).isInfinite();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("smallSeeds")
    void theSearchWithItsProofAgreesWithBruteForceToo(long seed) {
        var request = Cases.facility(seed, 6, 3, 2, 0.5);
        var truth = new BruteForce(request).least();
        var work = new Work(request);
        var bound = new Bound(work.instance, work.windows, work.value, request.horizon(), Duration.ofSeconds(20));

        bound.run(work.nothing());

        var found = bound.found().orElseThrow();

        assertThat(found.leastHarm()).isLessThanOrEqualTo(truth * (1 + 1e-9)).isCloseTo(truth, within(truth * 1e-4));
        assertThat(work.value.weighed(found.finish().orElseThrow())).isCloseTo(truth, within(truth * 1e-4));
    }

    /// As in a server that has much else to do.
    @Test
    void theProofDoesNotWaitForOthersWhoFillTheCommonPool() {
        var request = Cases.facility(7, 20, 4, 2, 0.4);
        var enough = new CountDownLatch(1);
        var pool = ForkJoinPool.commonPool();
        for (var i = 0; i <= 2 * pool.getParallelism(); i++) {
            pool.execute(() -> await(enough));
        }
        try {
            var plan = new Planner(new Effort(1, 1_000, Duration.ofSeconds(20))).orElseThrow(request);

            assertThat(plan.proof().method()).isNotEqualTo(Proof.Method.LOOSE);
            assertThat(plan.proof().gap()).isLessThan(0.05);
        } finally {
            enough.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theSameRequestGivesTheSamePlanInWhateverOrderItIsWritten() {
        var request = Cases.facility(7, 60, 12, 4, 0.4);
        var situation = request.situation();
        var backwards = request.with(new Situation(
                situation.threats(), situation.tasks().reversed(), situation.exchange(), situation.overrides()));

        assertThat(plan(request).lines())
                .isEqualTo(plan(request).lines())
                .isEqualTo(plan(backwards).lines());
    }

    @Test
    void neverWorseThanGreedyAndKeepsEveryRule() {
        for (var seed = 0; seed < 20; seed++) {
            var request = Cases.facility(seed, 40, 8, 3, 0.4);
            var work = new Work(request);
            var greedy = new Decoder(work.instance, work.windows)
                    .schedule(work.search(work.value).greedy());
            var plan = plan(request);

            assertThat(plan.after().weighed()).isLessThanOrEqualTo(work.value.weighed(greedy) + 1e-9);
            KeepsTheRules.check(plan);
        }
    }

    @Test
    void moreMeansNeverAvoidLess() {
        var request = Cases.facility(3, 40, 8, 3, 0.3);
        var curve = Curve.of(request, List.of(0.5, 1.0, 1.5, 2.0), request.means()::times, SHORT);

        assertThat(curve.points()).hasSize(4);
        assertThat(curve.points().stream().map(Curve.Point::avoided).toList()).isSorted();
        assertThat(curve.knee()).isPresent();
    }

    @Test
    void aHandMoveHasItsPriceAndNothingElseIsLost() {
        var request = request(days(2), task("filter", 2, 4, "mail", 0.5), task("zones", 4, 20, "spread", 0.8));
        var planner = new Planner(SHORT);
        var first = plan(request);

        var moved = planner.orElseThrow(request.with(new Wish.Pin(id("filter"), 3)));
        var change = Change.between(first, moved);

        assertThat(moved.line(id("filter")).orElseThrow().finish()).isEqualTo(3);
        assertThat(change.more().weighed()).isPositive();
        assertThat(change.provable()).isTrue();
        assertThat(change.moved()).contains(new Change.Moved(id("filter"), 0, 3));
    }

    static LongStream someSeeds() {
        return LongStream.range(0, 8);
    }

    private static long differing(Plan one, Plan other) {
        var change = Change.between(one, other);
        return change.in().size() + change.out().size() + change.moved().size();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void nothingChangesPlaceWhenNothingWasMovedUnlessAClearlyBetterPlanIsFound(long seed) {
        var first = new Planner(new Effort(1, 20_000, Duration.ZERO)).orElseThrow(Cases.facility(seed, 40, 8, 3, 0.4));

        var again = ((Outcome.Planned) new Planner(new Effort(2, 1_000, Duration.ZERO)).keeping(first, first.request()))
                .plan();

        var clear =
                first.after().weighed() - Planner.CLEAR / 2 * first.avoided().weighed();
        if (again.after().weighed() > clear) {
            assertThat(again.lines()).isEqualTo(first.lines());
        }
    }

    /// A line in the middle of the plan is put off by a quarter.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("someSeeds")
    void aHandMoveLeavesTheOtherLinesWhereTheyStoodUnlessTheDifferenceIsClear(long seed) {
        var first = plan(Cases.facility(seed, 40, 8, 3, 0.4));
        var line = first.lines().get(first.lines().size() / 2);
        var moved = first.request().with(new Wish.Pin(line.measure(), line.finish() + 1));
        var planner = new Planner(SHORT);

        var free = ((Outcome.Planned) planner.plan(moved, List.of(first))).plan();
        var kept = ((Outcome.Planned) planner.keeping(first, moved)).plan();

        KeepsTheRules.check(kept);
        assertThat(kept.line(line.measure()).orElseThrow().finish()).isEqualTo(line.finish() + 1);
        var clear = Planner.CLEAR * free.avoided().weighed();
        assertThat(kept.after().weighed()).isLessThanOrEqualTo(free.after().weighed() + clear + 1e-9);
        assertThat(differing(first, kept)).isLessThanOrEqualTo(differing(first, free));
    }

    @Test
    void aClearlyBetterPlanIsNotRefusedForTheSakeOfOrder() {
        var before = request(days(2), task("filter", 2, 4, "mail", 0.1), task("zones", 4, 4, "spread", 0.2));
        var after = request(days(2), task("filter", 2, 4, "mail", 0.1), task("zones", 4, 4, "spread", 0.9));
        var planner = new Planner(SHORT);

        var kept = planner.keeping(planner.orElseThrow(before), after);

        assertThat(((Outcome.Planned) kept).plan().lines())
                .isEqualTo(planner.orElseThrow(after).lines());
        assertThat(planner.orElseThrow(before).lines())
                .isNotEqualTo(planner.orElseThrow(after).lines());
    }

    @Tag("heavy")
    @Test
    void onAThousandFacilitiesOfAllKindsNeverBelowGreedy() {
        for (var seed = 0; seed < 1_000; seed++) {
            var request = Cases.facility(seed, 20 + seed % 131, 4 + seed % 9, 2 + seed % 5, 0.1 + seed % 9 / 10.0);
            var work = new Work(request);
            var greedy = new Decoder(work.instance, work.windows)
                    .schedule(work.search(work.value).greedy());
            var plan = new Planner(Effort.QUICK).orElseThrow(request);

            assertThat(plan.after().weighed()).isLessThanOrEqualTo(work.value.weighed(greedy) + 1e-9);
            KeepsTheRules.check(plan);
        }
    }
}
