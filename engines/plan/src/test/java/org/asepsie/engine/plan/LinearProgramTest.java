package org.asepsie.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearProgramTest {
    /// Rows that the middle of the box keeps, so that there is a solution.
    private record Drawn(LinearProgram program, double[][] weights, double[] least, double[] costs, double[] most) {
        static Drawn of(SplittableRandom random) {
            var program = new LinearProgram(Solver.of("CLP").orElseThrow());
            var size = random.nextInt(2, 7);
            var most = random.doubles(size, 0.5, 4).toArray();
            var costs = random.doubles(size, -3, 5).toArray();
            var variables = new MPVariable[size];
            Arrays.setAll(variables, i -> program.variable(0, most[i], costs[i], false));
            var weights = new double[random.nextInt(1, 6)][];
            var least = new double[weights.length];
            for (var r = 0; r < weights.length; r++) {
                weights[r] = random.doubles(size, -4, 4).toArray();
                var row = program.row();
                for (var i = 0; i < size; i++) {
                    // in two parts: a variable named twice counts twice
                    row.put(variables[i], weights[r][i] - 1).put(variables[i], 1);
                    least[r] += weights[r][i] * most[i] / 2;
                }
                row.atLeast(least[r]);
            }
            return new Drawn(program, weights, least, costs, most);
        }

        boolean keeps(double[] point) {
            for (var r = 0; r < weights.length; r++) {
                if (sum(weights[r], point) < least[r]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static double sum(double[] weights, double[] point) {
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * point[i];
        }
        return sum;
    }

    @Test
    void theDualValuesOfAnExactSolutionProveAllOfItAndNoPointLiesBelow() {
        var random = new SplittableRandom(1);
        var points = 0;
        for (var trial = 0; trial < 300; trial++) {
            var drawn = Drawn.of(random);
            var solver = drawn.program.solver();
            assertThat(solver.solve()).isEqualTo(ResultStatus.OPTIMAL);
            var proven = drawn.program.proven();

            assertThat(proven).isCloseTo(solver.objective().value(), within(1e-6));
            for (var draw = 0; draw < 200; draw++) {
                var point = Arrays.stream(drawn.most)
                        .map(it -> random.nextDouble() * it)
                        .toArray();
                if (drawn.keeps(point)) {
                    points++;
                    assertThat(sum(drawn.costs, point)).isGreaterThan(proven - 1e-9);
                }
            }
            solver.delete();
        }
        assertThat(points).isGreaterThan(5_000);
    }
}
