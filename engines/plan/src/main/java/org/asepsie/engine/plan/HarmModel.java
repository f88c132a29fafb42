package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.maturity.Measure.Efficacy;

/// The formula, compiled for one reading of the parameters.
///
/// A stage lets through `Π (1 − efficacy · coverage)` over the measures that act on it; written as
/// `exp(−y)`, the exponent `y` is a plain sum over measures: that of what is in place, plus [#acts] of each
/// measure done. A threat's consequence is worth `rate · amount · Π (atBest + (1 − atBest) · exp(−y))` over
/// its stages. Each factor is log-convex in `y`, so the product is convex: that is what makes a bound from
/// tangents valid.
final class HarmModel {
    /// An efficacy of 1 would be a claim of perfection and an infinite exponent.
    private static final double MOST = 0.98;

    /// What one task adds to the exponents once it is done.
    record Acts(int[] stages, double[] exponents) {
        /// What it adds to one stage.
        double on(int stage) {
            var sum = 0.0;
            for (var i = 0; i < stages.length; i++) {
                sum += stages[i] == stage ? exponents[i] : 0;
            }
            return sum;
        }
    }

    /// One consequence of one threat.
    ///
    /// @param amount a year, in its own unit, with no protection at all
    /// @param weight hours of care that one unit weighs
    record Term(Threat.Harmed harmed, double amount, double weight, int[] stages, double[] atBest) {
        double weighed() {
            return amount * weight;
        }
    }

    private final double[] inPlace;
    private final List<Acts> acts;
    private final Term[] terms;

    HarmModel(Situation situation, List<Task> tasks, Parameter.Reading reading) {
        Map<String, Integer> stages = new LinkedHashMap<>();
        Parameter.Reading inForce = it -> reading.of(it.in(situation));
        terms = terms(situation, inForce, stages);
        inPlace = new double[stages.size()];
        for (var task : situation.tasks()) {
            var coverage = inForce.of(Parameter.inPlace(task));
            for (var act : task.acts()) {
                if (stages.get(act.stage()) instanceof Integer stage) {
                    inPlace[stage] += exponent(efficacy(task, act, inForce) * coverage);
                }
            }
        }
        acts = tasks.stream().map(it -> acts(it, inForce, stages)).toList();
    }

    private static Term[] terms(Situation situation, Parameter.Reading reading, Map<String, Integer> stages) {
        var terms = new ArrayList<Term>();
        for (var threat : situation.threats()) {
            var rate = reading.of(Parameter.rate(threat));
            for (var consequence : threat.consequences()) {
                var passages = new ArrayList<>(threat.passages());
                passages.addAll(consequence.passages());
                var amount = rate * reading.of(Parameter.amount(threat, consequence));
                var weight = switch (consequence.harmed()) {
                    case CARE_HOURS -> 1;
                    case RECORDS -> reading.of(Parameter.perRecord(situation.exchange()));
                    case EUROS -> reading.of(Parameter.perEuro(situation.exchange()));
                };
                terms.add(new Term(
                        consequence.harmed(),
                        amount,
                        weight,
                        passages.stream()
                                .mapToInt(it -> stages.computeIfAbsent(it.stage(), _ -> stages.size()))
                                .toArray(),
                        passages.stream()
                                .mapToDouble(it -> reading.of(Parameter.atBest(threat, it)))
                                .toArray()));
            }
        }
        return terms.toArray(Term[]::new);
    }

    private static Acts acts(Task task, Parameter.Reading reading, Map<String, Integer> stages) {
        var coverage = reading.of(Parameter.inPlace(task));
        var felt = task.acts().stream()
                .filter(it -> stages.containsKey(it.stage()))
                .toList();
        return new Acts(
                felt.stream().mapToInt(it -> stages.getOrDefault(it.stage(), 0)).toArray(),
                felt.stream()
                        .mapToDouble(it -> {
                            var efficacy = efficacy(task, it, reading);
                            return exponent(efficacy) - exponent(efficacy * coverage);
                        })
                        .toArray());
    }

    private static double efficacy(Task task, Efficacy act, Parameter.Reading reading) {
        return Math.min(MOST, reading.of(Parameter.efficacy(task, act)));
    }

    private static double exponent(double share) {
        return -Math.log1p(-share);
    }

    /// The exponents of the stages as things stand.
    double[] atFirst() {
        return inPlace.clone();
    }

    Acts acts(int task) {
        return acts.get(task);
    }

    Term[] terms() {
        return terms;
    }

    void add(int task, double[] exponents) {
        var it = acts.get(task);
        for (var i = 0; i < it.stages.length; i++) {
            exponents[it.stages[i]] += it.exponents[i];
        }
    }

    /// Weighed harm a year.
    double weighed(double[] exponents) {
        var passing = passing(exponents);
        var sum = 0.0;
        for (var term : terms) {
            sum += term.weighed() * share(term, passing);
        }
        return sum;
    }

    /// Harm a year, in its own units too.
    Harm harm(double[] exponents) {
        var passing = passing(exponents);
        var units = new double[Threat.Harmed.values().length];
        var weighed = 0.0;
        for (var term : terms) {
            var share = share(term, passing);
            units[term.harmed.ordinal()] += term.amount * share;
            weighed += term.weighed() * share;
        }
        return new Harm(units[0], units[1], units[2], weighed);
    }

    private static double[] passing(double[] exponents) {
        var passing = new double[exponents.length];
        for (var i = 0; i < passing.length; i++) {
            passing[i] = Math.exp(-exponents[i]);
        }
        return passing;
    }

    private static double share(Term term, double[] passing) {
        var share = 1.0;
        for (var i = 0; i < term.stages.length; i++) {
            share *= term.atBest[i] + (1 - term.atBest[i]) * passing[term.stages[i]];
        }
        return share;
    }

    /// Weighed harm a year of one term.
    double weighed(int term, double[] exponents) {
        return terms[term].weighed() * share(terms[term], passing(exponents));
    }

    /// How fast the weighed harm of one term falls with the exponent of its `i`-th stage: never positive.
    double slope(int term, int i, double harm, double[] exponents) {
        var it = terms[term];
        var open = (1 - it.atBest[i]) * Math.exp(-exponents[it.stages[i]]);
        return open == 0 ? 0 : -harm * open / (it.atBest[i] + open);
    }
}
