package org.asepsie.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A cut may take away fractions only: one that took away a plan would make the proof a lie.
class CutsTest {
    private static final double ROUNDING = 1e-7;

    private static double left(Cuts.Cut cut, int[] finish) {
        var sum = 0.0;
        for (var it : cut.columns()) {
            sum += finish[it.task()] >= 0 && finish[it.task()] <= it.quarter() ? it.weight() : 0;
        }
        return cut.most() - sum;
    }

    private static long used(Row row, int[] finish) {
        return row.items().stream()
                .filter(it -> finish[it.task()] >= 0 && finish[it.task()] <= it.quarter())
                .mapToLong(Row.Item::need)
                .sum();
    }

    /// One role, one quarter: some finished, some not.
    private static Row row(SplittableRandom random, int size) {
        var items = new ArrayList<Row.Item>();
        var whole = 0L;
        for (var i = 0; i < size; i++) {
            var need = random.nextLong(1, random.nextBoolean() ? 40 : 600);
            items.add(new Row.Item(i, 0, need, random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble()));
            whole += need;
        }
        return new Row(items, random.nextLong(1, whole));
    }

    private static List<int[]> subsetsThatFit(Row row) {
        var size = row.items().size();
        return IntStream.range(0, 1 << size)
                .mapToObj(set -> IntStream.range(0, size)
                        .map(i -> (set >> i & 1) == 1 ? 0 : Decoder.NEVER)
                        .toArray())
                .filter(it -> used(row, it) <= row.there())
                .toList();
    }

    @Test
    void aCoverSaysThatNotAllOfThemFit() {
        var row =
                new Row(List.of(new Row.Item(0, 0, 5, 0.9), new Row.Item(1, 0, 4, 0.9), new Row.Item(2, 0, 9, 0.1)), 8);

        var cut = Covers.of(row).orElseThrow();

        assertThat(cut.most()).isEqualTo(1);
        assertThat(cut.columns())
                .containsExactly(new Cuts.Column(0, 0, 1), new Cuts.Column(1, 0, 1), new Cuts.Column(2, 0, 1));
    }

    @Test
    void noCutOnOneRowTakesAwayWhatFits() {
        var random = new SplittableRandom(1);
        var cuts = 0;
        for (var trial = 0; trial < 6_000; trial++) {
            var row = row(random, 3 + trial % 5);
            var finished =
                    row.items().stream().map(it -> new double[] {it.value()}).toArray(double[][]::new);
            var found = new ArrayList<Cuts.Cut>();
            Covers.of(row).ifPresent(found::add);
            Cuts.rounding(row, finished).ifPresent(found::add);
            for (var fitting : subsetsThatFit(row)) {
                for (var cut : found) {
                    assertThat(left(cut, fitting))
                            .as("%s by %s of %s", Arrays.toString(fitting), cut, row)
                            .isGreaterThan(-ROUNDING);
                }
            }
            cuts += found.size();
        }
        assertThat(cuts).isGreaterThan(8_000);
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @Test
    void neitherARowThatCountsPrerequisitesNorACutTakesAwayAPlan() {
        var cuts = 0;
        for (var seed = 0; seed < 40; seed++) {
            var random = new SplittableRandom(seed);
            var request = Cases.facility(seed, 6, 4, 2, random.nextDouble(0.3, 0.8));
            var work = new Work(request);
            var plans = new ArrayList<int[]>();
            choose(work, work.nothing(), 0, plans);
            var rows = new Rows(work.instance);
            for (var trial = 0; trial < 40; trial++) {
                var finished = fractions(work, plans, random);
                for (var row : rows.at(finished)) {
                    var carried = rows.carried(row, finished);
                    plans.forEach(plan -> assertThat(used(carried, plan)).isLessThanOrEqualTo(used(row, plan)));
                }
                for (var cut : Cuts.violated(rows, finished)) {
                    cuts++;
                    for (var plan : plans) {
                        assertThat(left(cut, plan))
                                .as("%s by %s", Arrays.toString(plan), cut)
                                .isGreaterThan(-ROUNDING);
                    }
                }
            }
        }
        assertThat(cuts).isGreaterThan(400);
    }

    @Test
    void everyPlanKeepsToEveryLimitWhetherPlainOrForeseen() {
        var sharper = 0;
        for (var seed = 0; seed < 40; seed++) {
            var request = Cases.facility(seed, 6, 4, 2, new SplittableRandom(seed).nextDouble(0.3, 0.8));
            var work = new Work(request);
            var plans = new ArrayList<int[]>();
            choose(work, work.nothing(), 0, plans);
            var limits = new Limits(work.instance);
            for (var i = 0; i < limits.plain().size(); i++) {
                var plain = row(work, limits.plain().get(i));
                var foreseen = row(work, limits.foreseen().get(i));
                for (var plan : plans) {
                    assertThat(used(plain, plan)).isLessThanOrEqualTo(used(foreseen, plan));
                    assertThat(used(foreseen, plan))
                            .as("%s under %s", Arrays.toString(plan), foreseen)
                            .isLessThanOrEqualTo(foreseen.there());
                    sharper += used(plain, plan) < used(foreseen, plan) ? 1 : 0;
                }
            }
        }
        assertThat(sharper).isGreaterThan(1_000);
    }

    private static Row row(Work work, Limits.Limit limit) {
        return Row.of(limit, new double[work.instance.size()][work.instance.quarters]);
    }

    /// Ten days a quarter, one task of fifteen finished in the second: five of them come from the first.
    @Test
    void whatFinishesLaterTakesFromTheQuartersBefore() {
        var request = Cases.request(Cases.days(10), Cases.task("long", 15, 4, "mail", 0.5));
        var limits = new Limits(new Work(request).instance).foreseen();

        assertThat(limits.getFirst().needs()).containsExactly(new Limits.Need(0, 0, 1_000), new Limits.Need(0, 1, 500));
        assertThat(limits.getFirst().there()).isEqualTo(1_000);
    }

    @Test
    void noPlanFinishesAnythingSoonerThanItsChainAllows() {
        var binding = 0;
        for (var seed = 0; seed < 40; seed++) {
            var request = Cases.facility(seed, 6, 4, 2, new SplittableRandom(seed).nextDouble(0.3, 0.8));
            var work = new Work(request);
            var plans = new ArrayList<int[]>();
            choose(work, work.nothing(), 0, plans);
            var soonest = Soonest.of(work.instance, work.windows);
            for (var i = 0; i < soonest.length; i++) {
                var task = i;
                binding += soonest[i] > work.windows.earliest[i] ? 1 : 0;
                assertThat(plans)
                        .allSatisfy(plan -> assertThat(plan[task] == Decoder.NEVER || plan[task] >= soonest[task])
                                .as("%s finishes task %d", Arrays.toString(plan), task)
                                .isTrue());
            }
        }
        assertThat(binding).isGreaterThan(60);
    }

    /// Some plans mixed, then stretched beyond what the means allow: where prerequisites and what needs them
    /// are held equal, as a linear program holds them.
    private static double[][] fractions(Work work, List<int[]> plans, SplittableRandom random) {
        var finished = new double[work.instance.size()][work.instance.quarters];
        var stretch = random.nextDouble(1, 3);
        for (var part = 0; part < 3; part++) {
            var plan = plans.get(random.nextInt(plans.size()));
            for (var i = 0; i < finished.length; i++) {
                for (var t = 0; t < work.instance.quarters; t++) {
                    finished[i][t] += plan[i] >= 0 && plan[i] <= t ? stretch / 3 : 0;
                }
            }
        }
        for (var row : finished) {
            Arrays.setAll(row, t -> Math.min(1, row[t]));
        }
        return finished;
    }

    private static void choose(Work work, int[] finish, int from, List<int[]> plans) {
        if (from == finish.length) {
            if (work.windows.allows(finish)) {
                plans.add(finish.clone());
            }
            return;
        }
        for (var t = Decoder.NEVER; t < work.instance.quarters; t++) {
            finish[from] = t;
            choose(work, finish, from + 1, plans);
        }
        finish[from] = Decoder.NEVER;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allowsWhatBruteForceAllows(long seed) {
        var request = PlannerTest.small(seed);
        var work = new Work(request);
        var plans = new ArrayList<int[]>();
        choose(work, work.nothing(), 0, plans);

        if (Windows.feasible(request)) {
            var least = plans.stream().mapToDouble(work.value::weighed).min().orElseThrow();
            assertThat(least)
                    .isCloseTo(new BruteForce(request).least(), org.assertj.core.api.Assertions.within(least * 1e-9));
        }
    }
}
