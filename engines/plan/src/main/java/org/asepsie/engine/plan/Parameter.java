package org.asepsie.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.asepsie.engine.maturity.Measure.Efficacy;
import org.asepsie.engine.maturity.Measure.Range;

/// One number of the model, with its range. The id says which: `rate:ransomware-mail`,
/// `amount:ransomware-mail:care-hours`, `at-best:ransomware-mail:entry-mail`,
/// `efficacy:bak-offline:recovery`, `in-place:bak-offline`, `exchange:record`, `exchange:euro`.
public record Parameter(String id, Kind kind, Range range) {
    public enum Kind {
        RATE,
        AMOUNT,
        AT_BEST,
        EFFICACY,
        IN_PLACE,
        EXCHANGE;

        /// Whether it is known by its order of magnitude, so that its middle is the geometric mean of its
        /// ends.
        boolean magnitude() {
            return this == RATE || this == AMOUNT || this == EXCHANGE;
        }
    }

    /// The value the plan is computed with: the middle; what is sure for what is in place already.
    public double central() {
        return at(kind == Kind.IN_PLACE ? 0 : 0.5);
    }

    /// The value at a point of the range, 0 for the low end, 1 for the high one; geometric where magnitudes
    /// count.
    double at(double point) {
        return kind.magnitude() && range.low() > 0
                ? range.low() * Math.pow(range.high() / range.low(), point)
                : range.low() + point * (range.high() - range.low());
    }

    /// How a value is chosen within each parameter's range.
    interface Reading {
        double of(Parameter parameter);

        Reading CENTRAL = Parameter::central;

        /// The same draw for the same seed whatever the order in which parameters are read.
        static Reading drawn(long seed, int draw) {
            return it ->
                    it.at(new SplittableRandom(seed * 31 + draw * 0x9E37_79B9_7F4A_7C15L + hash(it.id)).nextDouble());
        }

        default Reading with(String id, double point) {
            return it -> it.id.equals(id) ? it.at(point) : of(it);
        }
    }

    /// Spread over 64 bits, so that parameters with like names are drawn independently.
    private static long hash(String id) {
        var hash = 0xCBF2_9CE4_8422_2325L;
        for (var i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x0000_0100_0000_01B3L;
        }
        return hash;
    }

    static Parameter rate(Threat threat) {
        return new Parameter("rate:" + threat.id(), Kind.RATE, threat.perYear());
    }

    static Parameter amount(Threat threat, Threat.Consequence consequence) {
        var harmed = consequence.harmed().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Parameter("amount:" + threat.id() + ":" + harmed, Kind.AMOUNT, consequence.amount());
    }

    static Parameter atBest(Threat threat, Threat.Passage passage) {
        var low = passage.atBest() / 2;
        return new Parameter(
                "at-best:" + threat.id() + ":" + passage.stage(),
                Kind.AT_BEST,
                new Range(low, Math.min(1, passage.atBest() + low)));
    }

    static Parameter efficacy(Task task, Efficacy act) {
        return new Parameter("efficacy:" + task.id() + ":" + act.stage(), Kind.EFFICACY, act.share());
    }

    static Parameter inPlace(Task task) {
        return new Parameter("in-place:" + task.id(), Kind.IN_PLACE, task.inPlace());
    }

    static Parameter perRecord(Exchange exchange) {
        return new Parameter("exchange:record", Kind.EXCHANGE, exchange.hoursPerRecord());
    }

    static Parameter perEuro(Exchange exchange) {
        return new Parameter("exchange:euro", Kind.EXCHANGE, exchange.hoursPerEuro());
    }

    static List<Parameter> of(Situation situation) {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (var threat : situation.threats()) {
            put(all, rate(threat));
            threat.passages().forEach(it -> put(all, atBest(threat, it)));
            for (var consequence : threat.consequences()) {
                put(all, amount(threat, consequence));
                consequence.passages().forEach(it -> put(all, atBest(threat, it)));
            }
        }
        for (var task : situation.tasks()) {
            put(all, inPlace(task));
            task.acts().forEach(it -> put(all, efficacy(task, it)));
        }
        put(all, perRecord(situation.exchange()));
        put(all, perEuro(situation.exchange()));
        return all.values().stream().map(it -> it.in(situation)).toList();
    }

    private static void put(Map<String, Parameter> all, Parameter parameter) {
        all.putIfAbsent(parameter.id, parameter);
    }

    /// With the administrator's range where there is one.
    Parameter in(Situation situation) {
        return new Parameter(
                id, kind, Objects.requireNonNullElse(situation.overrides().get(id), range));
    }
}
