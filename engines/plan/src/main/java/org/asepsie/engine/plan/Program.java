package org.asepsie.engine.plan;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import org.jspecify.annotations.Nullable;

/// The plan as a linear program: `x` says that a task is finished by the end of a quarter, `y` are the
/// exponents of the stages, and `h`, one per term and quarter, lies above tangents of the harm. The harm is
/// convex in `y`, so every tangent lies below it and the optimum of the program is never above the least
/// harm.
final class Program {
    /// A unit of harm that is never nothing.
    private static final double LEAST = 1e-9;

    private final LinearProgram program;
    private final Instance instance;
    private final HarmModel model;
    private final @Nullable MPVariable[][] x;
    private final MPVariable[][] y;
    private final MPVariable[][] h;
    /// What each term is counted in: its harm as things stand.
    private final double[] unit;

    Program(MPSolver solver, Instance instance, Windows windows, HarmModel model, Horizon horizon, boolean whole) {
        this.program = new LinearProgram(solver);
        this.instance = instance;
        this.model = model;
        x = new MPVariable[instance.size()][instance.quarters];
        y = new MPVariable[model.atFirst().length][instance.quarters];
        h = new MPVariable[model.terms().length][instance.quarters];
        unit = new double[model.terms().length];
        variables(windows, horizon, whole);
        order();
        capacity();
        exponents();
    }

    private void variables(Windows windows, Horizon horizon, boolean whole) {
        var soonest = Soonest.of(instance, windows);
        for (var i = 0; i < x.length; i++) {
            for (var t = soonest[i]; t < instance.quarters; t++) {
                var must = t >= windows.latest[i] ? 1 : 0;
                x[i][t] = program.variable(must, 1, 0, whole);
            }
        }
        var first = model.atFirst();
        var atMost = first.clone();
        for (var i = 0; i < x.length; i++) {
            model.add(i, atMost);
        }
        for (var term = 0; term < h.length; term++) {
            unit[term] = Math.max(LEAST, model.weighed(term, first));
        }
        for (var t = 0; t < instance.quarters; t++) {
            for (var k = 0; k < y.length; k++) {
                y[k][t] = program.variable(first[k], atMost[k], 0, false);
            }
            for (var term = 0; term < h.length; term++) {
                h[term][t] = program.variable(0, 1, horizon.yearsAt(t) * unit[term], false);
            }
        }
    }

    /// What is finished stays finished; prerequisites come first.
    private void order() {
        for (var i = 0; i < x.length; i++) {
            for (var t = 0; t < instance.quarters; t++) {
                if (t > 0 && x[i][t - 1] != null) {
                    atMost(0, x[i][t - 1], x[i][t]);
                }
                for (var link : instance.before[i]) {
                    if (x[i][t] != null) {
                        atMost(0, x[i][t], t < link.lag() ? null : x[link.task()][t - link.lag()]);
                    }
                }
            }
        }
    }

    private void atMost(double bound, @Nullable MPVariable one, @Nullable MPVariable other) {
        program.row().put(one, 1).put(other, -1).atMost(bound);
    }

    /// As shares of what there is: the simplex method counts on numbers of one size.
    private void capacity() {
        for (var limit : new Limits(instance).foreseen()) {
            var row = program.row();
            var there = Math.max(1.0, limit.there());
            for (var need : limit.needs()) {
                row.put(x[need.task()][need.quarter()], need.amount() / there);
            }
            row.atMost(limit.there() / there);
        }
    }

    private void exponents() {
        var first = model.atFirst();
        for (var t = 0; t < instance.quarters; t++) {
            for (var k = 0; k < y.length; k++) {
                var row = program.row().put(y[k][t], 1);
                for (var i = 0; i < x.length; i++) {
                    row.put(x[i][t], -model.acts(i).on(k));
                }
                row.between(first[k], first[k]);
            }
        }
    }

    /// A tangent of one term at these exponents, put under its harm in this quarter.
    void tangent(int term, int quarter, double[] at) {
        var harm = model.weighed(term, at);
        var row = program.row().put(h[term][quarter], 1);
        var bound = harm;
        var stages = model.terms()[term].stages();
        for (var i = 0; i < stages.length; i++) {
            var slope = model.slope(term, i, harm, at);
            row.put(y[stages[i]][quarter], -slope / unit[term]);
            bound -= slope * at[stages[i]];
        }
        row.atLeast(bound / unit[term]);
    }

    /// Narrows whether a task is finished by a quarter; nothing to narrow where it cannot be.
    void hold(int task, int quarter, int least, int most) {
        var variable = x[task][quarter];
        if (variable != null) {
            variable.setBounds(least, most);
        }
    }

    MPSolver solver() {
        return program.solver();
    }

    /// What no plan within what is held costs less than, by the dual values of the last solution.
    double proven() {
        return program.proven();
    }

    /// Cuts off fractions that no plan can reach.
    void cut(Cuts.Cut cut) {
        var row = program.row();
        cut.columns().forEach(it -> row.put(x[it.task()][it.quarter()], it.weight()));
        row.atMost(cut.most());
    }

    /// What the solver found, read at once: it forgets when the program changes.
    ///
    /// @param finished per task and quarter, 0 to 1
    /// @param exponents per quarter and stage
    /// @param harm per term and quarter
    record Solution(double[][] finished, double[][] exponents, double[][] harm) {
        /// The quarter in which each task finishes, when the solution is in whole numbers.
        int[] finish() {
            var finish = new int[finished.length];
            for (var i = 0; i < finish.length; i++) {
                finish[i] = Decoder.NEVER;
                for (var t = finished[i].length - 1; t >= 0; t--) {
                    if (finished[i][t] > 0.5) {
                        finish[i] = t;
                    }
                }
            }
            return finish;
        }
    }

    Solution solution() {
        var found = new Solution(
                new double[x.length][instance.quarters],
                new double[instance.quarters][y.length],
                new double[h.length][instance.quarters]);
        for (var t = 0; t < instance.quarters; t++) {
            for (var i = 0; i < x.length; i++) {
                var variable = x[i][t];
                found.finished[i][t] = variable == null ? 0 : variable.solutionValue();
            }
            for (var k = 0; k < y.length; k++) {
                found.exponents[t][k] = y[k][t].solutionValue();
            }
            for (var term = 0; term < h.length; term++) {
                found.harm[term][t] = unit[term] * h[term][t].solutionValue();
            }
        }
        return found;
    }
}
