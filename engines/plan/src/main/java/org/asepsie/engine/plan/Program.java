package org.asepsie.engine.plan;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import org.jspecify.annotations.Nullable;

/// The plan as a linear program: `x` says that a task is finished by the end of a quarter, `y` are the
/// exponents of the stages, and `h`, one per term and quarter, lies above tangents of the harm. The harm is
/// convex in `y`, so every tangent lies below it and the optimum of the program is never above the least
/// harm.
final class Program {
    private static final double FREE = MPSolver.infinity();

    private final MPSolver solver;
    private final Instance instance;
    private final HarmModel model;
    private final @Nullable MPVariable[][] x;
    private final MPVariable[][] y;
    private final MPVariable[][] h;

    Program(MPSolver solver, Instance instance, Windows windows, HarmModel model, Horizon horizon, boolean whole) {
        this.solver = solver;
        this.instance = instance;
        this.model = model;
        x = new MPVariable[instance.size()][instance.quarters];
        y = new MPVariable[model.atFirst().length][instance.quarters];
        h = new MPVariable[model.terms().length][instance.quarters];
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
                x[i][t] = whole ? solver.makeIntVar(must, 1, "") : solver.makeNumVar(must, 1, "");
            }
        }
        var first = model.atFirst();
        solver.objective().setMinimization();
        for (var t = 0; t < instance.quarters; t++) {
            for (var k = 0; k < y.length; k++) {
                y[k][t] = solver.makeNumVar(first[k], FREE, "");
            }
            for (var term = 0; term < h.length; term++) {
                h[term][t] = solver.makeNumVar(0, FREE, "");
                solver.objective().setCoefficient(h[term][t], horizon.yearsAt(t));
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
        var row = solver.makeConstraint(-FREE, bound);
        put(row, one, 1);
        put(row, other, -1);
    }

    private static void put(MPConstraint row, @Nullable MPVariable variable, double coefficient) {
        if (variable != null && coefficient != 0) {
            row.setCoefficient(variable, coefficient);
        }
    }

    private void capacity() {
        for (var t = 0; t < instance.quarters; t++) {
            for (var r = 0; r < instance.roles.size(); r++) {
                var row = solver.makeConstraint(-FREE, instance.daysUpTo[r][t]);
                for (var i = 0; i < x.length; i++) {
                    put(row, x[i][t], instance.days[i][r]);
                }
            }
            var money = solver.makeConstraint(-FREE, instance.eurosUpTo[t]);
            for (var i = 0; i < x.length; i++) {
                // ordered by t means finished by the quarter that its length leads to
                var finish = Math.min(instance.quarters - 1, t + instance.length[i] - 1);
                put(money, x[i][finish], instance.euros[i]);
            }
        }
    }

    private void exponents() {
        var first = model.atFirst();
        for (var t = 0; t < instance.quarters; t++) {
            var rows = new MPConstraint[y.length];
            for (var k = 0; k < y.length; k++) {
                rows[k] = solver.makeConstraint(first[k], first[k]);
                rows[k].setCoefficient(y[k][t], 1);
            }
            for (var i = 0; i < x.length; i++) {
                var acts = model.acts(i);
                for (var a = 0; a < acts.stages().length; a++) {
                    put(rows[acts.stages()[a]], x[i][t], -acts.exponents()[a]);
                }
            }
        }
    }

    /// A tangent of one term at these exponents, put under its harm in this quarter.
    void tangent(int term, int quarter, double[] at) {
        var harm = model.weighed(term, at);
        var row = solver.makeConstraint(-FREE, FREE);
        row.setCoefficient(h[term][quarter], 1);
        var bound = harm;
        var stages = model.terms()[term].stages();
        for (var i = 0; i < stages.length; i++) {
            var slope = model.slope(term, i, harm, at);
            row.setCoefficient(y[stages[i]][quarter], -slope);
            bound -= slope * at[stages[i]];
        }
        row.setLb(bound);
    }

    /// Narrows whether a task is finished by a quarter; nothing to narrow where it cannot be.
    void hold(int task, int quarter, int least, int most) {
        var variable = x[task][quarter];
        if (variable != null) {
            variable.setBounds(least, most);
        }
    }

    MPSolver solver() {
        return solver;
    }

    /// Cuts off fractions that no plan can reach.
    void cut(Cuts.Cut cut) {
        var row = solver.makeConstraint(-FREE, cut.most());
        cut.columns().forEach(it -> put(row, x[it.task()][it.quarter()], it.weight()));
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
                found.harm[term][t] = h[term][t].solutionValue();
            }
        }
        return found;
    }
}
