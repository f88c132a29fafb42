package org.asepsie.engine.plan;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Proves how good a plan can be: outer approximation by tangents. First the continuous program, tangents added where
/// its solution lies below the true harm until hardly any does (GLOP); then the program in whole numbers with those
/// tangents (SCIP, branch and cut), again until its solution is true or patience ends. Every value reached on the way is
/// a bound.
final class Bound {
    /// The solvers work to about 1e-6; a bound is told this much lower than they say.
    private static final double SAFETY = 1e-6;

    private static final double TIGHT = 5e-4;
    private static final double NANOS_PER_MILLI = 1e6;

    /// @param finish a plan that reaches `leastHarm`, when the question was closed
    record Found(double leastHarm, Optional<int[]> finish) {}

    private record Tangent(int term, int quarter, double[] at) {}

    private final Instance instance;
    private final Windows windows;
    private final Value value;
    private final Horizon horizon;
    private final long end;
    private final List<Tangent> tangents = new ArrayList<>();
    private double proven;

    Bound(Instance instance, Windows windows, Value value, Horizon horizon, Duration patience) {
        this.instance = instance;
        this.windows = windows;
        this.value = value;
        this.horizon = horizon;
        this.end = System.nanoTime() + patience.toNanos();
        this.proven = value.weighed(allAtOnce());
    }

    /// @param start any schedule: its course tells where tangents are needed first
    Optional<Found> run(int[] start) {
        var glop = Solver.of("GLOP");
        if (glop.isEmpty()) {
            return Optional.empty();
        }
        var fixed = horizon.yearsBefore() * value.model().weighed(value.model().atFirst());
        var closed = Optional.<int[]>empty();
        try {
            relax(program(glop.get(), false), start, fixed);
        } finally {
            glop.get().delete();
        }
        if (left() > 50) {
            closed = branch(fixed);
        }
        return Optional.of(new Found(proven, closed));
    }

    /// What doing everything as early as time alone allows would leave: true, and far from tight.
    double withoutSolver() {
        return proven;
    }

    private int[] allAtOnce() {
        return Arrays.stream(windows.earliest)
                .map(it -> it < instance.quarters ? it : Decoder.NEVER)
                .toArray();
    }

    private Program program(MPSolver solver, boolean whole) {
        return new Program(solver, instance, windows, value.model(), horizon, whole);
    }

    private long left() {
        return (long) ((end - System.nanoTime()) / NANOS_PER_MILLI);
    }

    private void relax(Program program, int[] start, double fixed) {
        var states = new ArrayList<>(List.of(value.states(start)));
        states.add(value.model().atFirst());
        for (var state : states) {
            for (var term = 0; term < value.model().terms().length; term++) {
                for (var t = 0; t < instance.quarters; t++) {
                    add(program, new Tangent(term, t, state));
                }
            }
        }
        while (left() > 0) {
            program.solver().setTimeLimit(Math.max(1, left()));
            if (program.solver().solve() != ResultStatus.OPTIMAL) {
                return;
            }
            prove(fixed + program.solver().objective().value());
            if (!sharpen(program)) {
                return;
            }
        }
    }

    private void prove(double harm) {
        proven = Math.max(proven, harm * (1 - SAFETY));
    }

    private void add(Program program, Tangent tangent) {
        tangents.add(tangent);
        program.tangent(tangent.term, tangent.quarter, tangent.at);
    }

    /// Adds the tangents that the solution found lies below; says whether it was far off.
    private boolean sharpen(Program program) {
        var exponents = program.exponentsFound();
        var missing = new ArrayList<Tangent>();
        var lacking = 0.0;
        var whole = 0.0;
        for (var term = 0; term < value.model().terms().length; term++) {
            for (var t = 0; t < instance.quarters; t++) {
                var harm = value.model().weighed(term, exponents[t]);
                var below = harm - program.harmFound(term, t);
                whole += horizon.yearsAt(t) * harm;
                lacking += horizon.yearsAt(t) * Math.max(0, below);
                if (below > TIGHT * harm) {
                    missing.add(new Tangent(term, t, exponents[t]));
                }
            }
        }
        missing.forEach(it -> add(program, it));
        return lacking > TIGHT * whole && !missing.isEmpty();
    }

    private Optional<int[]> branch(double fixed) {
        var scip = Solver.of("SCIP");
        if (scip.isEmpty()) {
            return Optional.empty();
        }
        try (var parameters = new Parameters()) {
            var program = program(scip.get(), true);
            tangents.forEach(it -> program.tangent(it.term, it.quarter, it.at));
            while (left() > 0) {
                scip.get().setTimeLimit(Math.max(1, left()));
                var status = scip.get().solve(parameters.values);
                if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
                    return Optional.empty();
                }
                prove(fixed + scip.get().objective().bestBound());
                if (status == ResultStatus.FEASIBLE) {
                    return Optional.empty();
                }
                var finish = program.finishFound();
                if (value.weighed(finish) <= proven * (1 + 10 * SAFETY)) {
                    return Optional.of(finish);
                }
                sharpenAll(program);
            }
            return Optional.empty();
        } finally {
            scip.get().delete();
        }
    }

    /// In whole numbers the solution is one schedule: tangents at its states make the program exact there.
    private void sharpenAll(Program program) {
        var exponents = program.exponentsFound();
        for (var term = 0; term < value.model().terms().length; term++) {
            for (var t = 0; t < instance.quarters; t++) {
                add(program, new Tangent(term, t, exponents[t]));
            }
        }
    }

    /// Native memory that must be given back.
    private static final class Parameters implements AutoCloseable {
        private final MPSolverParameters values = new MPSolverParameters();

        Parameters() {
            values.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, SAFETY);
        }

        @Override
        public void close() {
            values.delete();
        }
    }
}
