package org.asepsie.engine.plan;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// OR-Tools CP-SAT on the linear program in whole numbers; exponents in millionths, harm in thousandths, rounded so
/// that its bound
/// stays one.
final class CpSat implements PeerSolver {
    private static final long EXPONENT = 1_000_000;
    private static final long HARM = 1_000;
    /// Quarters are told in thousandths of a year.
    private static final long YEARS = 1_000;
    private static final long MOST = 1_000_000_000L;

    @Override
    public String name() {
        return "OR-Tools CP-SAT, 2 workers";
    }

    @Override
    public Answer solve(Work work, Duration patience) {
        Loader.loadNativeLibraries();
        var cp = new CpModel();
        var instance = work.instance;
        var done = new BoolVar[instance.size()][instance.quarters];
        for (var row : done) {
            for (var t = 0; t < row.length; t++) {
                row[t] = cp.newBoolVar("");
                if (t > 0) {
                    cp.addImplication(row[t - 1], row[t]);
                }
            }
        }
        order(cp, instance, done);
        capacity(cp, instance, done);
        harm(cp, work, done);
        hint(cp, Linear.start(work), done);
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(patience.toMillis() / 1e3).setNumWorkers(2);
        var status = solver.solve(cp);
        var found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        var fixed = work.request.horizon().yearsBefore()
                * work.value.model().weighed(work.value.model().atFirst());
        return new Answer(
                found ? Linear.finish(instance, (i, t) -> solver.booleanValue(done[i][t])) : work.nothing(),
                OptionalDouble.of(fixed + solver.bestObjectiveBound() / (HARM * (double) YEARS)));
    }

    private static void order(CpModel cp, Instance instance, BoolVar[][] done) {
        for (var i = 0; i < done.length; i++) {
            for (var t = 0; t < instance.quarters; t++) {
                if (t < instance.length[i] - 1) {
                    cp.addEquality(done[i][t], 0);
                }
                for (var link : instance.before[i]) {
                    if (t < link.lag()) {
                        cp.addEquality(done[i][t], 0);
                    } else {
                        cp.addImplication(done[i][t], done[link.task()][t - link.lag()]);
                    }
                }
            }
        }
    }

    /// The greedy plan, for a start.
    private static void hint(CpModel cp, int[] start, BoolVar[][] done) {
        for (var i = 0; i < done.length; i++) {
            for (var t = 0; t < done[i].length; t++) {
                cp.addHint(done[i][t], start[i] >= 0 && start[i] <= t);
            }
        }
    }

    private static void capacity(CpModel cp, Instance instance, BoolVar[][] done) {
        for (var t = 0; t < instance.quarters; t++) {
            for (var r = 0; r < instance.roles.size(); r++) {
                var sum = LinearExpr.newBuilder();
                for (var i = 0; i < done.length; i++) {
                    sum.addTerm(done[i][t], instance.days[i][r]);
                }
                cp.addLessOrEqual(sum, instance.daysUpTo[r][t]);
            }
            var money = LinearExpr.newBuilder();
            for (var i = 0; i < done.length; i++) {
                money.addTerm(done[i][Linear.finishOrderedBy(instance, i, t)], instance.euros[i]);
            }
            cp.addLessOrEqual(money, instance.eurosUpTo[t]);
        }
    }

    private static void harm(CpModel cp, Work work, BoolVar[][] done) {
        var model = work.value.model();
        var first = model.atFirst();
        var quarters = work.instance.quarters;
        var exponents = new LinearExprBuilder[first.length][quarters];
        for (var t = 0; t < quarters; t++) {
            for (var k = 0; k < first.length; k++) {
                exponents[k][t] = LinearExpr.newBuilder().add((long) Math.ceil(first[k] * EXPONENT));
            }
            for (var i = 0; i < done.length; i++) {
                var acts = model.acts(i);
                for (var a = 0; a < acts.stages().length; a++) {
                    exponents[acts.stages()[a]][t].addTerm(
                            done[i][t], (long) Math.ceil(acts.exponents()[a] * EXPONENT));
                }
            }
        }
        var harm = new @Nullable IntVar[model.terms().length][quarters];
        var sum = LinearExpr.newBuilder();
        for (var tangent : Tangent.along(work, Linear.start(work))) {
            var it = harm[tangent.term()][tangent.quarter()];
            if (it == null) {
                it = cp.newIntVar(0, MOST, "");
                harm[tangent.term()][tangent.quarter()] = it;
                sum.addTerm(it, (long) Math.floor(work.request.horizon().yearsAt(tangent.quarter()) * YEARS));
            }
            // HARM · EXPONENT · h − Σ slope · HARM · (exponent in millionths) ≥ constant
            var plane = LinearExpr.newBuilder().addTerm(it, EXPONENT);
            for (var s = 0; s < tangent.stages().length; s++) {
                plane.addTerm(exponents[tangent.stages()[s]][tangent.quarter()], (long)
                        Math.ceil(-tangent.coefficients()[s] * HARM));
            }
            cp.addGreaterOrEqual(plane, (long) Math.floor(tangent.constant() * HARM * EXPONENT));
        }
        cp.minimize(sum);
    }
}
