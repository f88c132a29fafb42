package org.asepsie.engine.plan;

import java.time.Duration;
import java.util.OptionalDouble;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.search.limits.FailCounter;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;

/// Choco's constraint propagation on the linear program in whole numbers, with its large-neighbourhood search. Its
/// integers
/// have 32 bits, so exponents are in thousandths and harm in hours: it is given no claim to a bound.
final class Choco implements PeerSolver {
    private static final int EXPONENT = 1_000;
    private static final int MOST = 20_000;

    @Override
    public String name() {
        return "Choco, large neighbourhoods";
    }

    @Override
    public Answer solve(Work work, Duration patience) {
        var cp = new Model();
        var instance = work.instance;
        var done = new BoolVar[instance.size()][instance.quarters];
        for (var row : done) {
            for (var t = 0; t < row.length; t++) {
                row[t] = cp.boolVar();
                if (t > 0) {
                    cp.arithm(row[t - 1], "<=", row[t]).post();
                }
            }
        }
        order(cp, instance, done);
        capacity(cp, instance, done);
        var harm = harm(cp, work, done);
        cp.setObjective(Model.MINIMIZE, harm);
        var flat =
                java.util.Arrays.stream(done).flatMap(java.util.Arrays::stream).toArray(BoolVar[]::new);
        var solver = cp.getSolver();
        solver.setSearch(Search.domOverWDegSearch(flat), Search.inputOrderLBSearch(harm));
        solver.setLNS(org.chocosolver.solver.search.loop.lns.INeighborFactory.blackBox(flat), new FailCounter(cp, 100));
        solver.limitTime(patience.toMillis());
        var finish = work.nothing();
        while (solver.solve()) {
            finish = Linear.finish(instance, (i, t) -> done[i][t].getValue() == 1);
        }
        return new Answer(finish, OptionalDouble.empty());
    }

    private static void order(Model cp, Instance instance, BoolVar[][] done) {
        for (var i = 0; i < done.length; i++) {
            for (var t = 0; t < instance.quarters; t++) {
                if (t < instance.length[i] - 1) {
                    cp.arithm(done[i][t], "=", 0).post();
                }
                for (var link : instance.before[i]) {
                    if (t < link.lag()) {
                        cp.arithm(done[i][t], "=", 0).post();
                    } else {
                        cp.arithm(done[i][t], "<=", done[link.task()][t - link.lag()])
                                .post();
                    }
                }
            }
        }
    }

    private static void capacity(Model cp, Instance instance, BoolVar[][] done) {
        for (var t = 0; t < instance.quarters; t++) {
            var now = new BoolVar[done.length];
            var ordered = new BoolVar[done.length];
            for (var i = 0; i < done.length; i++) {
                now[i] = done[i][t];
                ordered[i] = done[i][Linear.finishOrderedBy(instance, i, t)];
            }
            for (var r = 0; r < instance.roles.size(); r++) {
                var days = new int[done.length];
                for (var i = 0; i < done.length; i++) {
                    days[i] = (int) instance.days[i][r];
                }
                cp.scalar(now, days, "<=", (int) instance.daysUpTo[r][t]).post();
            }
            var euros = new int[done.length];
            for (var i = 0; i < done.length; i++) {
                euros[i] = (int) instance.euros[i];
            }
            cp.scalar(ordered, euros, "<=", (int) instance.eurosUpTo[t]).post();
        }
    }

    private static IntVar harm(Model cp, Work work, BoolVar[][] done) {
        var model = work.value.model();
        var first = model.atFirst();
        var quarters = work.instance.quarters;
        var exponents = new IntVar[first.length][quarters];
        for (var t = 0; t < quarters; t++) {
            for (var k = 0; k < first.length; k++) {
                exponents[k][t] = exponent(cp, work, done, k, t);
            }
        }
        var harm = new IntVar[model.terms().length * quarters];
        var weights = new int[harm.length];
        for (var term = 0; term < model.terms().length; term++) {
            for (var t = 0; t < quarters; t++) {
                harm[term * quarters + t] = cp.intVar(0, MOST, true);
                weights[term * quarters + t] =
                        Math.max(1, (int) Math.round(4 * work.request.horizon().yearsAt(t)));
            }
        }
        for (var tangent : Tangent.along(work, Linear.start(work))) {
            var variables = new IntVar[tangent.stages().length + 1];
            var coefficients = new int[variables.length];
            variables[0] = harm[tangent.term() * quarters + tangent.quarter()];
            coefficients[0] = EXPONENT;
            for (var s = 0; s < tangent.stages().length; s++) {
                variables[s + 1] = exponents[tangent.stages()[s]][tangent.quarter()];
                coefficients[s + 1] = (int) Math.round(-tangent.coefficients()[s]);
            }
            cp.scalar(variables, coefficients, ">=", (int) Math.floor(tangent.constant() * EXPONENT))
                    .post();
        }
        var sum = cp.intVar(0, MOST * 100, true);
        cp.scalar(harm, weights, "=", sum).post();
        return sum;
    }

    private static IntVar exponent(Model cp, Work work, BoolVar[][] done, int stage, int quarter) {
        var model = work.value.model();
        var acting = new java.util.ArrayList<IntVar>();
        var shares = new java.util.ArrayList<Integer>();
        for (var i = 0; i < done.length; i++) {
            var acts = model.acts(i);
            for (var a = 0; a < acts.stages().length; a++) {
                if (acts.stages()[a] == stage) {
                    acting.add(done[i][quarter]);
                    shares.add((int) Math.round(acts.exponents()[a] * EXPONENT));
                }
            }
        }
        var already = (int) Math.round(model.atFirst()[stage] * EXPONENT);
        var most = shares.stream().mapToInt(it -> it).sum();
        var exponent = cp.intVar(already, already + most, true);
        acting.add(exponent);
        shares.add(-1);
        cp.scalar(
                        acting.toArray(IntVar[]::new),
                        shares.stream().mapToInt(it -> it).toArray(),
                        "=",
                        -already)
                .post();
        return exponent;
    }
}
