package org.asepsie.engine.plan;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.IncrementalityValues;
import com.google.ortools.linearsolver.MPSolverParameters.LpAlgorithmValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The continuous program with its tangents and cuts, solved again each time it has grown or a branch has
/// narrowed it.
///
/// No limit of time for CLP: it counts the processor time of the whole process, so that a busy server would
/// cut the proof short.
final class Relaxation implements AutoCloseable {
    private static final double TIGHT = 5e-4;

    /// Share of the harm below which a tangent is not worth its row.
    private static final double FELT = 4e-5;

    record Tangent(int term, int quarter, double[] at) {}

    /// @param harm over the horizon: no plan within what is held leaves less
    record Solved(double harm, Program.Solution solution) {}

    /// What a solution lacked, and was given.
    ///
    /// @param farOff whether it lay well below the true harm
    record Tightened(int cuts, int tangents, boolean farOff) {
        boolean more() {
            return cuts + tangents > 0;
        }
    }

    private final Program program;
    private final Instance instance;
    private final Value value;
    private final Horizon horizon;
    private final Rows rows;
    private final double fixed;
    private final List<Tangent> tangents = new ArrayList<>();
    private final List<Cuts.Cut> cuts = new ArrayList<>();
    private final MPSolverParameters first = linear(LpAlgorithmValues.PRIMAL, IncrementalityValues.INCREMENTALITY_ON);
    private final MPSolverParameters again = linear(LpAlgorithmValues.DUAL, IncrementalityValues.INCREMENTALITY_ON);
    private final MPSolverParameters afresh = linear(LpAlgorithmValues.PRIMAL, IncrementalityValues.INCREMENTALITY_OFF);
    private MPSolverParameters how = first;

    /// @param fixed harm that no plan changes
    Relaxation(MPSolver solver, Instance instance, Windows windows, Value value, Horizon horizon, double fixed) {
        this.program = new Program(solver, instance, windows, value.model(), horizon, false);
        this.instance = instance;
        this.value = value;
        this.horizon = horizon;
        this.fixed = fixed;
        this.rows = new Rows(instance);
    }

    /// At first the primal simplex, which takes half the time of the dual here. A row added or a variable held
    /// leaves the last solution dual feasible: the dual simplex goes on from there.
    private static MPSolverParameters linear(LpAlgorithmValues algorithm, IncrementalityValues from) {
        var it = new MPSolverParameters();
        it.setIntegerParam(
                MPSolverParameters.IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        it.setIntegerParam(MPSolverParameters.IntegerParam.INCREMENTALITY, from.swigValue());
        it.setIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, algorithm.swigValue());
        return it;
    }

    /// Tangents along the course of a schedule, a quarter sooner and a quarter later: enough to begin with, and
    /// the program stays small.
    void begin(int[] start) {
        var states = value.states(start);
        for (var t = 0; t < instance.quarters; t++) {
            for (var at : List.of(Math.max(0, t - 1), Math.min(instance.quarters - 1, t + 1))) {
                for (var term = 0; term < value.model().terms().length; term++) {
                    add(new Tangent(term, t, states[at]));
                }
            }
        }
    }

    /// Empty when nothing is left within what is held. The harm is what the dual values prove, which is what the
    /// solver says as long as it is exact.
    ///
    /// @throws Stuck if the solver does not say
    Optional<Solved> solve() {
        var status = program.solver().solve(how);
        how = again;
        if (status == ResultStatus.INFEASIBLE) {
            // so much hangs on it that it is asked again from the start
            status = program.solver().solve(afresh);
        }
        return switch (status) {
            case OPTIMAL -> {
                var harm = Math.min(program.solver().objective().value(), program.proven());
                yield Optional.of(new Solved(fixed + harm, program.solution()));
            }
            case INFEASIBLE -> Optional.empty();
            default -> throw new Stuck(status);
        };
    }

    /// Adds the cuts that a solution breaks and the tangents that it lies below.
    Tightened tighten(Solved solved) {
        var found = Cuts.violated(rows, solved.solution.finished());
        found.forEach(this::add);
        var before = tangents.size();
        var farOff = sharpen(solved);
        return new Tightened(found.size(), tangents.size() - before, farOff);
    }

    private boolean sharpen(Solved solved) {
        var missing = new ArrayList<Tangent>();
        var lacking = 0.0;
        var whole = 0.0;
        for (var term = 0; term < value.model().terms().length; term++) {
            for (var t = 0; t < instance.quarters; t++) {
                var at = solved.solution.exponents()[t];
                var harm = value.model().weighed(term, at);
                var below = harm - solved.solution.harm()[term][t];
                whole += horizon.yearsAt(t) * harm;
                lacking += horizon.yearsAt(t) * Math.max(0, below);
                if (below > TIGHT * harm && horizon.yearsAt(t) * below > FELT * solved.harm) {
                    missing.add(new Tangent(term, t, at));
                }
            }
        }
        missing.forEach(this::add);
        return lacking > TIGHT * whole && !missing.isEmpty();
    }

    private void add(Cuts.Cut cut) {
        cuts.add(cut);
        program.cut(cut);
    }

    private void add(Tangent tangent) {
        tangents.add(tangent);
        program.tangent(tangent.term, tangent.quarter, tangent.at);
    }

    /// Whether a task is finished by a quarter (1), is not (0), or whichever is better.
    void hold(int task, int quarter, int least, int most) {
        program.hold(task, quarter, least, most);
    }

    /// The same tangents and cuts, for another program.
    void copyTo(Program other) {
        tangents.forEach(it -> other.tangent(it.term, it.quarter, it.at));
        cuts.forEach(other::cut);
    }

    /// Native memory that must be given back.
    @Override
    public void close() {
        first.delete();
        again.delete();
        afresh.delete();
        program.solver().delete();
    }

    /// The solver gave up, for reasons of its own: what it has proven before still holds.
    static final class Stuck extends RuntimeException {
        Stuck(ResultStatus status) {
            super("the linear solver ended with %s".formatted(status));
        }
    }
}
