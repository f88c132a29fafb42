package org.asepsie.engine.plan;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.LpAlgorithmValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proves how good a plan can be: outer approximation by tangents. First the continuous program, tangents
/// added where its solution lies below the true harm and cuts where it counts on fractions (GLOP); then the
/// program in whole numbers with those tangents (SCIP, branch and cut), again until its solution is true or
/// patience ends. Every value reached on the way is a bound.
final class Bound {
    /// The solvers work to about 1e-6; a bound is told this much lower than they say.
    private static final double SAFETY = 1e-6;

    private static final double TIGHT = 5e-4;

    /// Below this rise of the bound, a round of cuts is not worth its time.
    private static final double SLOW = 2e-4;

    /// Share of the harm below which a tangent is not worth its row.
    private static final double FELT = 4e-5;

    /// In less time than this, in milliseconds, branch and cut does not get anywhere.
    private static final int WORTH_BRANCHING = 150;

    /// Patience is time by the clock; SCIP counts the processor time of the whole process if not told.
    private static final String FAST =
            "timing/clocktype = 2\npropagating/probing/maxprerounds = 0\npresolving/maxrounds = 3\n";

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
    private final List<Cuts.Cut> cuts = new ArrayList<>();
    private final double byItself;
    private volatile double proven;
    private volatile boolean searching;
    private volatile boolean solved;
    private volatile int @Nullable [] closed;

    Bound(Instance instance, Windows windows, Value value, Horizon horizon, Duration patience) {
        this.instance = instance;
        this.windows = windows;
        this.value = value;
        this.horizon = horizon;
        this.end = System.nanoTime() + patience.toNanos();
        this.byItself = value.weighed(allAtOnce());
        this.proven = byItself;
    }

    /// Runs until patience ends or nothing more can be gained; what it has reached can be asked for at any
    /// time, from any thread.
    ///
    /// @param start any schedule: its course tells where tangents are needed first
    void run(int[] start) {
        var clp = Solver.of("CLP");
        if (clp.isEmpty()) {
            return;
        }
        var fixed = horizon.yearsBefore() * value.model().weighed(value.model().atFirst());
        try {
            relax(program(clp.get(), false), start, fixed);
        } finally {
            clp.get().delete();
        }
        if (left() > WORTH_BRANCHING) {
            branch(fixed).ifPresent(it -> closed = it);
        }
    }

    /// What the solver has proven so far; empty as long as it has proven nothing.
    Optional<Found> found() {
        return solved ? Optional.of(new Found(proven, Optional.ofNullable(closed))) : Optional.empty();
    }

    /// What doing everything as early as time alone allows would leave: true, and far from tight.
    double withoutSolver() {
        return byItself;
    }

    /// As long as the search beside it lasts, nobody waits for the proof: it goes on, even when patience is over
    /// by the clock, as on a busy machine.
    void searching(boolean still) {
        searching = still;
    }

    /// Milliseconds of patience left.
    long left() {
        return Math.max(searching ? 2 * WORTH_BRANCHING : 0, (long) ((end - System.nanoTime()) / NANOS_PER_MILLI));
    }

    private int[] allAtOnce() {
        return Arrays.stream(windows.earliest)
                .map(it -> it < instance.quarters ? it : Decoder.NEVER)
                .toArray();
    }

    private Program program(MPSolver solver, boolean whole) {
        return new Program(solver, instance, windows, value.model(), horizon, whole);
    }

    private void relax(Program program, int[] start, double fixed) {
        var rows = new Rows(instance);
        try (var first = Parameters.linear(LpAlgorithmValues.PRIMAL);
                var again = Parameters.linear(LpAlgorithmValues.DUAL)) {
            begin(program, start);
            relax(program, fixed, rows, first.values, again.values);
        }
    }

    private void begin(Program program, int[] start) {
        var states = value.states(start);
        for (var t = 0; t < instance.quarters; t++) {
            for (var at : near(t)) {
                for (var term = 0; term < value.model().terms().length; term++) {
                    add(program, new Tangent(term, t, states[at]));
                }
            }
        }
    }

    /// No limit of time for CLP: it counts the processor time of the whole process, so that a busy server would
    /// cut the proof short.
    private void relax(Program program, double fixed, Rows rows, MPSolverParameters first, MPSolverParameters again) {
        var how = first;
        while (left() > 0) {
            if (program.solver().solve(how) != ResultStatus.OPTIMAL) {
                return;
            }
            how = again;
            var harm = fixed + program.solver().objective().value();
            var risen = harm - proven;
            prove(harm);
            var solution = program.solution();
            var found = Cuts.violated(rows, solution.finished());
            found.forEach(it -> add(program, it));
            var sharper = sharpen(program, solution);
            if (!sharper && (found.isEmpty() || risen < SLOW * harm)) {
                return;
            }
        }
    }

    /// A quarter sooner and a quarter later on the course: enough to begin with, and the program stays small.
    private List<Integer> near(int quarter) {
        return List.of(Math.max(0, quarter - 1), Math.min(instance.quarters - 1, quarter + 1));
    }

    private void prove(double harm) {
        proven = Math.max(proven, harm * (1 - SAFETY));
        solved = true;
    }

    private void add(Program program, Cuts.Cut cut) {
        cuts.add(cut);
        program.cut(cut);
    }

    private void add(Program program, Tangent tangent) {
        tangents.add(tangent);
        program.tangent(tangent.term, tangent.quarter, tangent.at);
    }

    /// Adds the tangents that the solution found lies below; says whether it was far off.
    private boolean sharpen(Program program, Program.Solution solution) {
        var missing = new ArrayList<Tangent>();
        var lacking = 0.0;
        var whole = 0.0;
        for (var term = 0; term < value.model().terms().length; term++) {
            for (var t = 0; t < instance.quarters; t++) {
                var harm = value.model().weighed(term, solution.exponents()[t]);
                var below = harm - solution.harm()[term][t];
                whole += horizon.yearsAt(t) * harm;
                lacking += horizon.yearsAt(t) * Math.max(0, below);
                if (below > TIGHT * harm && horizon.yearsAt(t) * below > FELT * proven) {
                    missing.add(new Tangent(term, t, solution.exponents()[t]));
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
        try (var parameters = Parameters.whole()) {
            var program = program(scip.get(), true);
            tangents.forEach(it -> program.tangent(it.term, it.quarter, it.at));
            cuts.forEach(program::cut);
            // the search brings good plans; the solver's time goes to the bound
            scip.get().setSolverSpecificParametersAsString(FAST);
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
                var solution = program.solution();
                var finish = solution.finish();
                if (value.weighed(finish) <= proven * (1 + 10 * SAFETY)) {
                    return Optional.of(finish);
                }
                sharpenAll(program, solution);
            }
            return Optional.empty();
        } finally {
            scip.get().delete();
        }
    }

    /// In whole numbers the solution is one schedule: tangents at its states make the program exact there.
    private void sharpenAll(Program program, Program.Solution solution) {
        for (var term = 0; term < value.model().terms().length; term++) {
            for (var t = 0; t < instance.quarters; t++) {
                add(program, new Tangent(term, t, solution.exponents()[t]));
            }
        }
    }

    /// Native memory that must be given back.
    private static final class Parameters implements AutoCloseable {
        private final MPSolverParameters values = new MPSolverParameters();

        static Parameters whole() {
            var it = new Parameters();
            it.values.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, SAFETY);
            return it;
        }

        /// At first the primal simplex, which takes half the time of the dual here. A row added leaves the last
        /// solution dual feasible: the dual simplex goes on from there.
        static Parameters linear(LpAlgorithmValues algorithm) {
            var it = new Parameters();
            it.values.setIntegerParam(
                    MPSolverParameters.IntegerParam.PRESOLVE,
                    MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
            it.values.setIntegerParam(
                    MPSolverParameters.IntegerParam.INCREMENTALITY,
                    MPSolverParameters.IncrementalityValues.INCREMENTALITY_ON.swigValue());
            it.values.setIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, algorithm.swigValue());
            return it;
        }

        @Override
        public void close() {
            values.delete();
        }
    }
}
