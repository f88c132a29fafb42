package org.asepsie.engine.plan;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// ojAlgo's branch and cut, in pure Java, on the linear program.
final class OjAlgo implements PeerSolver {
    @Override
    public String name() {
        return "ojAlgo";
    }

    @Override
    public Answer solve(Work work, Duration patience) {
        var linear = new ExpressionsBasedModel();
        linear.options.time_abort = patience.toMillis();
        linear.options.time_suffice = patience.toMillis();
        var instance = work.instance;
        var done = new Variable[instance.size()][instance.quarters];
        for (var row : done) {
            for (var t = 0; t < row.length; t++) {
                row[t] = linear.newVariable(name(linear)).binary();
            }
        }
        order(linear, instance, done);
        capacity(linear, instance, done);
        harm(linear, work, done);
        var result = linear.minimise();
        // it tells no bound of its own before it has finished
        var fixed = work.request.horizon().yearsBefore()
                * work.value.model().weighed(work.value.model().atFirst());
        var bound =
                result.getState().isOptimal() ? OptionalDouble.of(fixed + result.getValue()) : OptionalDouble.empty();
        var finish = result.getState().isFeasible()
                ? Linear.finish(instance, (i, t) -> done[i][t].getValue().doubleValue() > 0.5)
                : work.nothing();
        return new Answer(finish, bound);
    }

    private static void order(ExpressionsBasedModel linear, Instance instance, Variable[][] done) {
        for (var i = 0; i < done.length; i++) {
            for (var t = 0; t < instance.quarters; t++) {
                if (t > 0) {
                    linear.newExpression(name(linear))
                            .set(done[i][t - 1], 1)
                            .set(done[i][t], -1)
                            .upper(0);
                }
                if (t < instance.length[i] - 1) {
                    done[i][t].upper(0);
                }
                for (var link : instance.before[i]) {
                    if (t < link.lag()) {
                        done[i][t].upper(0);
                    } else {
                        linear.newExpression(name(linear))
                                .set(done[i][t], 1)
                                .set(done[link.task()][t - link.lag()], -1)
                                .upper(0);
                    }
                }
            }
        }
    }

    private static void capacity(ExpressionsBasedModel linear, Instance instance, Variable[][] done) {
        for (var t = 0; t < instance.quarters; t++) {
            for (var r = 0; r < instance.roles.size(); r++) {
                var sum = linear.newExpression(name(linear)).upper(instance.daysUpTo[r][t]);
                for (var i = 0; i < done.length; i++) {
                    sum.set(done[i][t], instance.days[i][r]);
                }
            }
            var money = linear.newExpression(name(linear)).upper(instance.eurosUpTo[t]);
            for (var i = 0; i < done.length; i++) {
                money.set(done[i][Linear.finishOrderedBy(instance, i, t)], instance.euros[i]);
            }
        }
    }

    private static void harm(ExpressionsBasedModel linear, Work work, Variable[][] done) {
        var model = work.value.model();
        var first = model.atFirst();
        var exponents = new Variable[first.length][work.instance.quarters];
        for (var t = 0; t < work.instance.quarters; t++) {
            var sums = new Expression[first.length];
            for (var k = 0; k < first.length; k++) {
                exponents[k][t] = linear.newVariable(name(linear)).lower(first[k]);
                sums[k] = linear.newExpression(name(linear)).level(first[k]).set(exponents[k][t], 1);
            }
            for (var i = 0; i < done.length; i++) {
                var acts = model.acts(i);
                for (var a = 0; a < acts.stages().length; a++) {
                    sums[acts.stages()[a]].set(done[i][t], -acts.exponents()[a]);
                }
            }
        }
        var harm = new @Nullable Variable[model.terms().length][work.instance.quarters];
        for (var tangent : Tangent.along(work, Linear.start(work))) {
            var it = harm[tangent.term()][tangent.quarter()];
            if (it == null) {
                it = linear.newVariable(name(linear))
                        .lower(0)
                        .weight(work.request.horizon().yearsAt(tangent.quarter()));
                harm[tangent.term()][tangent.quarter()] = it;
            }
            var plane =
                    linear.newExpression(name(linear)).lower(tangent.constant()).set(it, 1);
            for (var s = 0; s < tangent.stages().length; s++) {
                plane.add(exponents[tangent.stages()[s]][tangent.quarter()], -tangent.coefficients()[s]);
            }
        }
    }

    /// Its model keeps rows by name: each needs one of its own.
    private static String name(ExpressionsBasedModel linear) {
        return linear.countVariables() + "-" + linear.countExpressions();
    }
}
