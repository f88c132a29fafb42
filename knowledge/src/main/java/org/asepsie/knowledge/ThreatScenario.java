package org.asepsie.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.plan.Threat;
import org.asepsie.engine.plan.Threat.Consequence;
import org.asepsie.engine.plan.Threat.Harmed;
import org.asepsie.engine.plan.Threat.Passage;

/// A way in which an attack or an outage harms care, as it is told to a person, with how often and how
/// much.
///
/// @param rates how often, by family of establishment
/// @param care how long care services stop; empty when none does
public record ThreatScenario(
        String id,
        Text title,
        Text story,
        List<Passage> stages,
        List<Rate> rates,
        Optional<Stop> care,
        Optional<Loss> records,
        Optional<Loss> euros) {
    public ThreatScenario {
        stages = List.copyOf(stages);
        rates = List.copyOf(rates);
    }

    /// @param perYear times a year it would run to its end in a place with no protection at all
    public record Rate(List<Category.Family> families, Range perYear, Source source) {
        public Rate {
            families = List.copyOf(families);
        }
    }

    /// A range for hospitals and one for all others.
    public record ByKind(Range hospital, Range esms) {
        Range of(Category.Family family) {
            return family == Category.Family.HOSPITAL ? hospital : esms;
        }
    }

    /// @param hours length of the stop with no protection at all
    /// @param services share of it during which each care service stands still, by its code
    public record Stop(ByKind hours, Map<String, Double> services, List<Passage> stages) {
        public Stop {
            services = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(services));
            stages = List.copyOf(stages);
        }
    }

    /// @param amount with no protection at all: records per place, or euros
    public record Loss(ByKind amount, List<Passage> stages) {
        public Loss {
            stages = List.copyOf(stages);
        }
    }

    public Optional<Rate> rate(Category.Family family) {
        return rates.stream().filter(it -> it.families().contains(family)).findFirst();
    }

    /// What the plan reckons with for one establishment; empty when no rate is given for its family.
    ///
    /// @param places beds or places
    /// @param services all care services, of which those of its kind count
    public Optional<Threat> threat(Category.Family family, int places, Collection<CareService> services) {
        return rate(family).map(rate -> new Threat(id, rate.perYear(), stages, consequences(family, places, services)));
    }

    private List<Consequence> consequences(Category.Family family, int places, Collection<CareService> services) {
        var consequences = new ArrayList<Consequence>();
        care.ifPresent(it ->
                consequences.add(new Consequence(Harmed.CARE_HOURS, careHours(it, family, services), it.stages())));
        records.ifPresent(it -> {
            var perPlace = it.amount().of(family);
            consequences.add(new Consequence(
                    Harmed.RECORDS, new Range(places * perPlace.low(), places * perPlace.high()), it.stages()));
        });
        euros.ifPresent(
                it -> consequences.add(new Consequence(Harmed.EUROS, it.amount().of(family), it.stages())));
        return consequences;
    }

    private static Range careHours(Stop stop, Category.Family family, Collection<CareService> services) {
        var audience = family == Category.Family.HOSPITAL ? Audience.HOSPITAL : Audience.ESMS;
        var hours = stop.hours().of(family);
        var low = 0.0;
        var high = 0.0;
        for (var service : services) {
            var share = stop.services().getOrDefault(service.code(), 0.0);
            if (service.concerns(audience)) {
                var tolerable = service.tolerable().toMinutes() / 60.0;
                low += lost(hours.low() * share, tolerable);
                high += lost(hours.high() * share, tolerable);
            }
        }
        return new Range(low, high);
    }

    /// Hours beyond what care bears, without a step: `h² / (h + tolerable)` is near nothing for a short
    /// stop and near `h` for a long one.
    private static double lost(double hours, double tolerable) {
        return hours == 0 ? 0 : hours * hours / (hours + tolerable);
    }

    static ThreatScenario read(Fields in) {
        var scenario = new ThreatScenario(
                Ids.read(in),
                in.text("title"),
                in.text("story"),
                passages(in),
                in.blocks("perYear").stream().map(ThreatScenario::rate).toList(),
                in.has("care") ? Optional.of(stop(in.block("care"))) : Optional.empty(),
                in.has("records") ? Optional.of(loss(in.block("records"), "perPlace")) : Optional.empty(),
                in.has("euros") ? Optional.of(loss(in.block("euros"), "range")) : Optional.empty());
        in.close();
        return in.remember(scenario);
    }

    private static Rate rate(Fields in) {
        var rate = new Rate(
                in.words("families", Category.Family.class),
                range(in, "range", 1_000),
                Source.read(in.block("source")));
        in.close();
        return rate;
    }

    private static Stop stop(Fields in) {
        var services = new LinkedHashMap<String, Double>();
        var shares = in.block("services");
        shares.each((code, _) -> services.put(code, shares.decimal(code, 0, 1)));
        var stop = new Stop(byKind(in.block("stop"), 10_000), services, passages(in));
        in.close();
        return stop;
    }

    private static Loss loss(Fields in, String amount) {
        var loss = new Loss(byKind(in.block(amount), 100_000_000), passages(in));
        in.close();
        return loss;
    }

    private static ByKind byKind(Fields in, double most) {
        var byKind = new ByKind(range(in, "hospital", most), range(in, "esms", most));
        in.close();
        return byKind;
    }

    private static List<Passage> passages(Fields in) {
        return in.blocks("stages").stream()
                .map(it -> {
                    var passage = new Passage(it.string("stage"), it.decimal("atBest", 0, 1));
                    it.close();
                    return passage;
                })
                .toList();
    }

    static Range range(Fields in, String key, double most) {
        var ends = in.decimals(key, 2, 0, most);
        if (ends.get(0) > ends.get(1)) {
            in.problems()
                    .at(
                            in.node(),
                            new Text("« " + key + " » descend.", "\"" + key + "\" falls."),
                            new Text("Écrivez le plus petit d'abord.", "Write the smaller number first."));
            return new Range(0, 0);
        }
        return new Range(ends.get(0), ends.get(1));
    }
}
