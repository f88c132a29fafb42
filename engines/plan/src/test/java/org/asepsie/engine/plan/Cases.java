package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.asepsie.engine.maturity.Measure.Efficacy;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Threat.Consequence;
import org.asepsie.engine.plan.Threat.Harmed;
import org.asepsie.engine.plan.Threat.Passage;

/// Builders that speak the domain, and random facilities from a seed.
final class Cases {
    static final Role IT = new Role("it");
    static final Exchange EXCHANGE = new Exchange(new Range(0.01, 0.01), new Range(0.02, 0.02));

    private static final List<String> STAGES = List.of(
            "entry-mail",
            "entry-exposed",
            "entry-provider",
            "entry-account",
            "foothold",
            "privilege",
            "spread",
            "theft",
            "destruction",
            "fraud",
            "detection",
            "containment",
            "care-continuity",
            "recovery",
            "notification",
            "power");

    private Cases() {}

    static MeasureId id(String name) {
        return new MeasureId(name);
    }

    static Range exactly(double value) {
        return new Range(value, value);
    }

    static Task task(String name, double days, int weeks, String stage, double efficacy, String... needs) {
        var prerequisites = new java.util.HashSet<MeasureId>();
        for (var need : needs) {
            prerequisites.add(id(need));
        }
        return new Task(
                id(name),
                Map.of(IT, exactly(days)),
                exactly(0),
                weeks,
                prerequisites,
                List.of(new Efficacy(stage, exactly(efficacy))),
                exactly(0));
    }

    /// One ransomware: once in ten years, 1,000 hours of care, by mail and then by spreading.
    static Threat ransomware() {
        return new Threat(
                "ransomware",
                exactly(0.1),
                List.of(new Passage("mail", 0), new Passage("spread", 0)),
                List.of(new Consequence(Harmed.CARE_HOURS, exactly(1000), List.of())));
    }

    static Means days(double perQuarter) {
        return new Means(Map.of(IT, List.of(perQuarter)), List.of(0.0), 4);
    }

    static Request request(Means means, Task... tasks) {
        return new Request(
                new Situation(List.of(ransomware()), List.of(tasks), EXCHANGE), new Horizon(4, 4), means, List.of());
    }

    /// A facility with so many measures and roles; `tight` is the share of all the work that its means
    /// allow.
    static Request facility(long seed, int measures, int quarters, int roles, double tight) {
        var random = new SplittableRandom(seed);
        var tasks = new ArrayList<Task>();
        var days = new TreeMap<Role, Double>();
        var euros = 0.0;
        for (var i = 0; i < measures; i++) {
            var task = random(random, i, roles);
            tasks.add(task);
            task.days().forEach((role, range) -> days.merge(role, range.middle(), Double::sum));
            euros += task.euros().middle();
        }
        var perQuarter = new TreeMap<Role, List<Double>>();
        days.forEach((role, all) -> perQuarter.put(role, List.of(Math.round(400 * all * tight / quarters) / 400.0)));
        var years = Math.max(1, quarters / 4);
        var means = new Means(perQuarter, List.of((double) Math.round(euros * tight / years)), 4);
        return new Request(new Situation(threats(random), tasks, EXCHANGE), new Horizon(quarters, 4), means, List.of());
    }

    private static final int[] WEEKS = {1, 1, 2, 3, 4, 5, 6, 6, 8, 8, 8, 8, 10, 12, 16, 20, 26, 40};

    private static Task random(SplittableRandom random, int i, int roles) {
        var days = new TreeMap<Role, Range>();
        var most = Math.exp(random.nextDouble(Math.log(0.5), Math.log(14)));
        days.put(new Role("role-" + random.nextInt(roles)), new Range(most * 0.4, most));
        if (random.nextInt(3) == 0) {
            days.putIfAbsent(new Role("role-" + random.nextInt(roles)), new Range(0.5, 1));
        }
        var price = random.nextInt(3) == 0 ? 0 : Math.exp(random.nextDouble(Math.log(100), Math.log(20_000)));
        var acts = new TreeMap<String, Efficacy>();
        for (var act = 1 + random.nextInt(4); act > 0; act--) {
            var stage = STAGES.get(random.nextInt(STAGES.size()));
            var high = random.nextDouble(0.05, random.nextInt(3) == 0 ? 0.7 : 0.3);
            acts.put(stage, new Efficacy(stage, new Range(high / 2, high)));
        }
        var needs = new java.util.HashSet<MeasureId>();
        if (i > 0 && random.nextDouble() < 0.58) {
            needs.add(name(random.nextInt(i)));
            if (random.nextDouble() < 0.35) {
                needs.add(name(random.nextInt(i)));
            }
        }
        var place = random.nextInt(4) == 0 ? random.nextInt(1, 3) / 3.0 : 0;
        return new Task(
                name(i),
                days,
                new Range(price / 2, price),
                WEEKS[random.nextInt(WEEKS.length)],
                Set.copyOf(needs),
                List.copyOf(acts.values()),
                new Range(place, Math.min(1, place + 0.3)));
    }

    static MeasureId name(int i) {
        return id("m%03d".formatted(i));
    }

    private static List<Threat> threats(SplittableRandom random) {
        var threats = new ArrayList<Threat>();
        for (var i = 0; i < 8; i++) {
            var passages = new java.util.LinkedHashSet<String>();
            passages.add(STAGES.get(random.nextInt(4)));
            while (passages.size() < 4) {
                passages.add(STAGES.get(4 + random.nextInt(8)));
            }
            var rate = Math.exp(random.nextDouble(Math.log(0.005), Math.log(0.3)));
            threats.add(new Threat(
                    "threat-" + i,
                    new Range(rate, rate * 3),
                    passages.stream().map(it -> new Passage(it, 0.3)).toList(),
                    List.of(
                            new Consequence(
                                    Harmed.CARE_HOURS,
                                    new Range(200, 2_000),
                                    List.of(new Passage("recovery", 0.2), new Passage("care-continuity", 0.3))),
                            new Consequence(
                                    Harmed.RECORDS,
                                    new Range(500, 20_000),
                                    List.of(new Passage("notification", 0.6))))));
        }
        return threats;
    }
}
