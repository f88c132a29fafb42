package org.asepsie.engine.plan;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program of rows to be minimised, kept twice: in the solver, which finds, and here, so that what its dual values
/// prove can be worked out without trusting its tolerances.
///
/// Every variable has two finite bounds: that is what lets any dual values prove something.
final class LinearProgram {
    private static final double FREE = MPSolver.infinity();

    /// `least ≤ Σ weights · columns ≤ most`
    private record Kept(MPConstraint row, int[] columns, double[] weights, double least, double most) {}

    private final MPSolver solver;
    private final List<MPVariable> variables = new ArrayList<>();
    private final List<Kept> rows = new ArrayList<>();
    private double[] costs = new double[64];
    private double[] weights = new double[64];
    private boolean[] named = new boolean[64];
    private int[] touched = new int[64];

    LinearProgram(MPSolver solver) {
        this.solver = solver;
        solver.objective().setMinimization();
    }

    MPSolver solver() {
        return solver;
    }

    /// @param cost for each unit of it
    MPVariable variable(double least, double most, double cost, boolean whole) {
        var variable = whole ? solver.makeIntVar(least, most, "") : solver.makeNumVar(least, most, "");
        if (variables.size() == costs.length) {
            costs = Arrays.copyOf(costs, 2 * costs.length);
            weights = Arrays.copyOf(weights, costs.length);
            named = Arrays.copyOf(named, costs.length);
            touched = Arrays.copyOf(touched, costs.length);
        }
        costs[variables.size()] = cost;
        if (cost != 0) {
            solver.objective().setCoefficient(variable, cost);
        }
        variables.add(variable);
        return variable;
    }

    /// A row under way: one at a time.
    final class RowBuilder {
        private int count;

        /// Adds up where a variable comes twice; leaves out what does not exist.
        RowBuilder put(@Nullable MPVariable variable, double weight) {
            if (variable != null && weight != 0) {
                var column = variable.index();
                if (!named[column]) {
                    named[column] = true;
                    touched[count++] = column;
                }
                weights[column] += weight;
            }
            return this;
        }

        void atMost(double most) {
            between(-FREE, most);
        }

        void atLeast(double least) {
            between(least, FREE);
        }

        void between(double least, double most) {
            var row = solver.makeConstraint(least, most);
            var columns = Arrays.copyOf(touched, count);
            var kept = new double[count];
            for (var i = 0; i < count; i++) {
                kept[i] = weights[columns[i]];
                weights[columns[i]] = 0;
                named[columns[i]] = false;
                row.setCoefficient(variables.get(columns[i]), kept[i]);
            }
            rows.add(new Kept(row, columns, kept, least, most));
        }
    }

    RowBuilder row() {
        return new RowBuilder();
    }

    /// No values of the variables within bounds and rows cost less: by the dual values of the last solution,
    /// whatever they are worth. `Σ c·x ≥ Σ c·x + Σ π·(b − a·x)` for `π ≥ 0` with `b` the least of the row, for
    /// `π ≤ 0` with its most; the right side is least at a bound of each variable.
    double proven() {
        var reduced = Arrays.copyOf(costs, variables.size());
        var proven = 0.0;
        for (var kept : rows) {
            var price = kept.row.dualValue();
            var bound = price > 0 ? kept.least : kept.most;
            if (price != 0 && !Double.isInfinite(bound)) {
                proven += price * bound;
                for (var i = 0; i < kept.columns.length; i++) {
                    reduced[kept.columns[i]] -= price * kept.weights[i];
                }
            }
        }
        for (var column = 0; column < reduced.length; column++) {
            var variable = variables.get(column);
            proven += reduced[column] * (reduced[column] > 0 ? variable.lb() : variable.ub());
        }
        return proven;
    }
}
