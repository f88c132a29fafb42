package org.asepsie.knowledge;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Means;
import org.asepsie.engine.plan.Role;
import org.asepsie.engine.plan.Wish;

/// Reads a file of means and wishes; every mistake is told with its line and its remedy.
public final class MeansReader {
    private static final double MOST_DAYS = 10_000;
    private static final double MOST_EUROS = 100_000_000;

    private final Catalogue catalogue;
    private final Problems problems;

    private MeansReader(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    public record Reading(Optional<MeansFile> means, List<Problem> problems) {}

    /// @param name how to call the file in problems
    public static Reading read(InputStream input, String name, Catalogue catalogue) {
        var problems = new Problems().in(name);
        var means = YamlFile.read(input, name, problems)
                .map(it -> new MeansReader(catalogue, problems).means(new Fields(it, problems)));
        return new Reading(means.filter(_ -> problems.found().isEmpty()), problems.found());
    }

    private MeansFile means(Fields file) {
        var in = file.block("means");
        var family = in.word("family", Category.Family.class);
        var places = in.integer("places", 1, 100_000);
        var start = in.date("start");
        var quarters = in.integer("quarters", 1, 20);
        var euros = in.amounts("euros", MOST_EUROS);
        var days = days(in.block("days"));
        in.close();
        var wishes = new ArrayList<Wish>();
        for (var wish : file.blocks("wishes")) {
            wishes.add(wish(wish, start, quarters));
        }
        var parameters = new TreeMap<String, Range>();
        if (file.has("parameters")) {
            var changed = file.block("parameters");
            changed.each((id, _) -> parameters.put(id, ThreatScenario.range(changed, id, MOST_EUROS)));
        }
        file.close();
        var inFirstYear = 4 - (start.getMonthValue() - 1) / 3;
        return new MeansFile(family, places, start, quarters, new Means(days, euros, inFirstYear), wishes, parameters);
    }

    private TreeMap<Role, List<Double>> days(Fields in) {
        var days = new TreeMap<Role, List<Double>>();
        for (var skill : Measure.Skill.values()) {
            var name = skill.name().toLowerCase(Locale.ROOT);
            if (in.has(name)) {
                days.put(new Role(name), in.amounts(name, MOST_DAYS));
            }
        }
        in.close();
        return days;
    }

    private Wish wish(Fields in, LocalDate start, int quarters) {
        var measure = new MeasureId(in.string("measure"));
        if (catalogue.measure(measure).isEmpty()) {
            var known = catalogue.measures().stream().map(it -> it.id().value()).toList();
            problems.at(
                    in.node(),
                    new Text("mesure inconnue : « " + measure + " ».", "unknown measure: \"" + measure + "\"."),
                    Nearest.to(measure.value(), known)
                            .map(it -> new Text("Vouliez-vous « " + it + " » ?", "Did you mean \"" + it + "\"?"))
                            .orElse(new Text("Voyez knowledge/measures.", "See knowledge/measures.")));
        }
        var wish = switch (in.word("wish", Decision.class)) {
            case REFUSED -> new Wish.Exclude(measure);
            case ORDERED -> new Wish.Ordered(measure);
            case FORCED -> new Wish.Force(measure);
            case PINNED -> new Wish.Pin(measure, in.integer("quarter", 1, quarters) - 1);
            case DUE -> due(in, measure, start, quarters);
        };
        in.close();
        return wish;
    }

    private Wish due(Fields in, MeasureId measure, LocalDate start, int quarters) {
        var by = in.date("by");
        // Finished by a day means finished by the end of the last quarter that ends on or before it.
        var quarter = (int) Math.floorDiv(ChronoUnit.MONTHS.between(start, by.plusDays(1)), 3L) - 1;
        if (quarter < 0) {
            problems.at(
                    in.node(),
                    new Text(
                            "aucun trimestre du plan ne finit avant le " + by + ".",
                            "no quarter of the plan ends by " + by + "."),
                    new Text(
                            "Commencez le plan plus tôt, ou repoussez cette date.",
                            "Start the plan earlier, or put this date off."));
        }
        var because = in.optionalString("because").orElse("");
        return new Wish.Due(measure, Math.clamp(quarter, 0, quarters - 1), because);
    }

    private enum Decision {
        REFUSED,
        ORDERED,
        FORCED,
        PINNED,
        DUE
    }
}
