package org.asepsie.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever has been split, no plan may lie below what is left open.
class BranchesTest {
    static LongStream seeds() {
        return LongStream.range(0, 40).filter(it -> Windows.feasible(PlannerTest.small(it)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noSplitLosesTheBestPlanAndTheLastOneFindsIt(long seed) {
        var request = PlannerTest.small(seed);
        var work = new Work(request);
        var least = new BruteForce(request).least();
        var model = work.value.model();
        var fixed = request.horizon().yearsBefore() * model.weighed(model.atFirst());

        try (var relaxation = new Relaxation(
                Solver.of("CLP").orElseThrow(), work.instance, work.windows, work.value, request.horizon(), fixed)) {
            relaxation.begin(work.nothing());
            var whole = relaxation.solve().orElseThrow();
            var branches = new Branches(relaxation, work.instance, work.windows, model, whole);
            var before = branches.leastHarm();
            assertThat(before).isEqualTo(whole.harm()).isLessThanOrEqualTo(least * (1 + 1e-6));
            for (var split = 0; split < 400 && branches.split(); split++) {
                assertThat(branches.leastHarm())
                        .isGreaterThanOrEqualTo(before * (1 - 1e-6))
                        .isLessThanOrEqualTo(least * (1 + 1e-6));
                before = branches.leastHarm();
            }

            assertThat(branches.split()).as("split to the end").isFalse();
            assertThat(branches.leastHarm()).isCloseTo(least, within(least * 2e-3));
            assertThat(relaxation.solve().orElseThrow().harm())
                    .as("what was held has been let go")
                    .isLessThanOrEqualTo(least * (1 + 1e-6));
        }
    }
}
