package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.List;

/// A plane below the harm of one term in one quarter, for solvers that know linear programs.
///
/// @param coefficients of the exponents of `stages`, never positive
/// @param constant the harm is at least the constant plus the sum of coefficient times exponent
record Tangent(int term, int quarter, int[] stages, double[] coefficients, double constant) {

    static Tangent at(HarmModel model, int term, int quarter, double[] exponents) {
        var harm = model.weighed(term, exponents);
        var stages = model.terms()[term].stages();
        var slopes = new double[stages.length];
        var constant = harm;
        for (var i = 0; i < stages.length; i++) {
            slopes[i] = model.slope(term, i, harm, exponents);
            constant -= slopes[i] * exponents[stages[i]];
        }
        return new Tangent(term, quarter, stages, slopes, constant);
    }

    /// Three in each quarter and for each term: at the state that a good plan reaches then, and two quarters before and
    /// after.
    static List<Tangent> along(Work work, int[] schedule) {
        var states = work.value.states(schedule);
        var model = work.value.model();
        var tangents = new ArrayList<Tangent>();
        for (var t = 0; t < states.length; t++) {
            for (var at : new int[] {Math.max(0, t - 2), t, Math.min(states.length - 1, t + 2)}) {
                for (var term = 0; term < model.terms().length; term++) {
                    tangents.add(at(model, term, t, states[at]));
                }
            }
        }
        return tangents;
    }
}
