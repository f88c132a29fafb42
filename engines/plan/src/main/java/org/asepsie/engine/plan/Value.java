package org.asepsie.engine.plan;

/// The harm of a schedule over the whole horizon.
final class Value {
    private final Instance instance;
    private final HarmModel model;
    private final Horizon horizon;
    private final int[] next;
    private final int[] first;

    Value(Instance instance, HarmModel model, Horizon horizon) {
        this.instance = instance;
        this.model = model;
        this.horizon = horizon;
        next = new int[instance.size()];
        first = new int[instance.quarters];
    }

    HarmModel model() {
        return model;
    }

    /// Weighed harm, the half quarter before anything is felt included.
    double weighed(int[] finish) {
        bucket(finish);
        var exponents = model.atFirst();
        var now = model.weighed(exponents);
        var sum = horizon.yearsBefore() * now;
        for (var t = 0; t < instance.quarters; t++) {
            if (first[t] >= 0) {
                for (var i = first[t]; i >= 0; i = next[i]) {
                    model.add(i, exponents);
                }
                now = model.weighed(exponents);
            }
            sum += horizon.yearsAt(t) * now;
        }
        return sum;
    }

    /// Harm a year as it stands at the end of each quarter.
    Harm[] byQuarter(int[] finish) {
        var harm = new Harm[instance.quarters];
        var states = states(finish);
        for (var t = 0; t < harm.length; t++) {
            harm[t] = model.harm(states[t]);
        }
        return harm;
    }

    Harm over(int[] finish) {
        var sum = Harm.NONE.plus(model.harm(model.atFirst()), horizon.yearsBefore());
        var byQuarter = byQuarter(finish);
        for (var t = 0; t < byQuarter.length; t++) {
            sum = sum.plus(byQuarter[t], horizon.yearsAt(t));
        }
        return sum;
    }

    /// The exponents of the stages at the end of each quarter.
    double[][] states(int[] finish) {
        bucket(finish);
        var states = new double[instance.quarters][];
        var exponents = model.atFirst();
        for (var t = 0; t < states.length; t++) {
            for (var i = first[t]; i >= 0; i = next[i]) {
                model.add(i, exponents);
            }
            states[t] = exponents.clone();
        }
        return states;
    }

    /// Chains the tasks of each quarter, in their order, so that sums do not depend on the way they were
    /// reached.
    private void bucket(int[] finish) {
        java.util.Arrays.fill(first, -1);
        for (var i = finish.length - 1; i >= 0; i--) {
            if (finish[i] >= 0) {
                next[i] = first[finish[i]];
                first[finish[i]] = i;
            }
        }
    }
}
