package org.asepsie.engine.plan;

import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proves how good a plan can be: outer approximation by tangents. First the continuous program, tangents
/// added where its solution lies below the true harm and cuts where it counts on fractions ([Relaxation]); then,
/// where that took most of the time there is or the program is large, its halves told apart one by one
/// ([Branches]); else the program in whole numbers with those tangents (SCIP, branch and cut), again until its
/// solution is true. Every value reached on the way is a bound.
final class Bound {
    /// The solvers work to about 1e-6; a bound is told this much lower than they say.
    private static final double SAFETY = 1e-6;

    /// Below this rise of the bound, a round of cuts is not worth its time: a split brings more.
    private static final double SLOW = 1.5e-3;

    /// In less time than this, in milliseconds, branch and cut does not get anywhere.
    private static final int WORTH_BRANCHING = 150;

    /// Where this many times what the continuous program took is left, branch and cut may close the question.
    private static final int SMALL = 4;

    /// Measures times quarters beyond which branch and cut stands still for minutes, where our own splits go on:
    /// measured on 150 measures, 12 quarters, 6 roles, means for 10 % of the work.
    private static final int TOO_LARGE = 1_500;

    /// Patience is time by the clock; SCIP counts the processor time of the whole process if not told.
    private static final String FAST =
            "timing/clocktype = 2\npropagating/probing/maxprerounds = 0\npresolving/maxrounds = 3\n";

    private static final double NANOS_PER_MILLI = 1e6;

    /// @param finish a plan that reaches `leastHarm`, when the question was closed
    record Found(double leastHarm, Optional<int[]> finish) {}

    private final Instance instance;
    private final Windows windows;
    private final Value value;
    private final Horizon horizon;
    private final long end;
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
        try (var relaxation = new Relaxation(clp.get(), instance, windows, value, horizon, fixed)) {
            var begun = System.nanoTime();
            relaxation.begin(start);
            var solved = relax(relaxation);
            var took = (System.nanoTime() - begun) / NANOS_PER_MILLI;
            if (solved.isPresent() && (tooLarge() || left() < SMALL * took)) {
                split(new Branches(relaxation, instance, windows, value.model(), solved.get()));
            } else if (left() > WORTH_BRANCHING) {
                branch(relaxation, fixed).ifPresent(it -> closed = it);
            }
        } catch (Relaxation.Stuck _) {
            // what has been proven until then is proven
        }
    }

    private boolean tooLarge() {
        return instance.size() * instance.quarters > TOO_LARGE;
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

    /// The last solution, when nothing more comes of cuts and tangents; empty when time is over.
    private Optional<Relaxation.Solved> relax(Relaxation relaxation) {
        while (left() > 0) {
            var solved = relaxation.solve();
            if (solved.isEmpty()) {
                return Optional.empty();
            }
            var risen = solved.get().harm() - proven;
            prove(solved.get().harm());
            var tightened = relaxation.tighten(solved.get());
            var slow = risen < SLOW * solved.get().harm();
            if (slow || !tightened.farOff() && tightened.cuts() == 0) {
                return solved;
            }
        }
        return Optional.empty();
    }

    private void split(Branches branches) {
        while (left() > 0 && branches.split()) {
            prove(branches.leastHarm());
        }
    }

    private void prove(double harm) {
        proven = Math.max(proven, harm * (1 - SAFETY));
        solved = true;
    }

    private Optional<int[]> branch(Relaxation relaxation, double fixed) {
        var scip = Solver.of("SCIP");
        if (scip.isEmpty()) {
            return Optional.empty();
        }
        try (var parameters = Parameters.whole()) {
            var program = new Program(scip.get(), instance, windows, value.model(), horizon, true);
            relaxation.copyTo(program);
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
                program.tangent(term, t, solution.exponents()[t]);
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

        @Override
        public void close() {
            values.delete();
        }
    }
}
