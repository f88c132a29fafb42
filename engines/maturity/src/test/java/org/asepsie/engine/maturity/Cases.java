package org.asepsie.engine.maturity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Builders that speak the domain, and random cases from a seed.
final class Cases {
    static final Instant TODAY = Instant.parse("2026-11-21T08:00:00Z");
    static final Grade[] BEYOND_WORDS = {Grade.DOCUMENTED, Grade.OBSERVED, Grade.MEASURED};

    private Cases() {}

    static TopicId topic(String name) {
        return new TopicId(name);
    }

    static Attainment attainment(int value) {
        return new Attainment(value);
    }

    static Statement said(int value) {
        return new Statement.Said(attainment(value));
    }

    static Statement unknown() {
        return new Statement.Unknown();
    }

    static Statement notApplicable() {
        return new Statement.NotApplicable("none-here");
    }

    static Proof proof(String topic, Grade grade, int value) {
        return proof(topic, "indicator-of-" + topic, grade, value, Duration.ofDays(30), Duration.ofDays(90));
    }

    static Proof proof(String topic, String indicator, Grade grade, int value, Duration age, Duration left) {
        var validity = new Proof.Validity(TODAY.minus(age), TODAY.plus(left));
        return new Proof(topic(topic), indicator, attainment(value), grade, validity, "report.pdf");
    }

    static Dossier dossier(Object... topicsAndStatements) {
        var dossier = Dossier.EMPTY;
        for (var i = 0; i < topicsAndStatements.length; i += 2) {
            dossier = dossier.with(topic((String) topicsAndStatements[i]), (Statement) topicsAndStatements[i + 1]);
        }
        return dossier;
    }

    static Item essential(String topic, int weight) {
        return item(topic, "theme", weight, true, Optional.empty());
    }

    static Item gate(String topic, int weight, int level, int need) {
        return item(topic, "theme", weight, true, Optional.of(new Gate(level, attainment(need))));
    }

    static Item refining(String topic, int weight) {
        return item(topic, "theme", weight, false, Optional.empty());
    }

    static Item item(String topic, String theme, int weight, boolean essential, Optional<Gate> gate) {
        return new Item(
                new QuestionId("q." + topic), topic(topic), new ThemeId(theme), weight, essential, gate, List.of());
    }

    static Instrument instrument(Item... items) {
        var themes = Arrays.stream(items)
                .map(Item::theme)
                .distinct()
                .map(it -> new Theme(it, 1))
                .toList();
        return new Instrument(new Instrument.Id("test", "1.0.0"), List.of(20, 45, 65, 85), themes, List.of(items));
    }

    static Maturity assess(Instrument instrument, Dossier dossier) {
        return Assessor.of(instrument).assess(dossier, TODAY);
    }

    static Measure measure(String id, double days, String topic, int to, String... prerequisites) {
        return measure(id, days, List.of(new Measure.Raise(topic(topic), attainment(to))), prerequisites);
    }

    static Measure measure(String id, double days, List<Measure.Raise> raises, String... prerequisites) {
        var before = Arrays.stream(prerequisites).map(MeasureId::new).collect(java.util.stream.Collectors.toSet());
        var means = new Measure.Means(new Measure.Range(days, days), new Measure.Range(0, 0));
        return new Measure(new MeasureId(id), raises, means, before, false, List.of());
    }

    static Instrument randomInstrument(Random random, int mostItems) {
        var themes = new ArrayList<Theme>();
        for (var i = 0; i <= random.nextInt(4); i++) {
            themes.add(new Theme(new ThemeId("theme" + i), 1 + random.nextInt(5)));
        }
        var items = new ArrayList<Item>();
        for (var i = 0; i <= random.nextInt(mostItems); i++) {
            var essential = random.nextBoolean();
            Optional<Gate> gate = essential && random.nextInt(3) == 0
                    ? Optional.of(new Gate(1 + random.nextInt(4), attainment(1 + random.nextInt(3))))
                    : Optional.empty();
            var theme = themes.get(random.nextInt(themes.size())).id().value();
            items.add(item("t" + i, theme, 1 + random.nextInt(5), essential, gate));
        }
        return new Instrument(new Instrument.Id("random", "1.0.0"), List.of(20, 45, 65, 85), themes, items);
    }

    static Dossier randomDossier(Random random, Instrument instrument) {
        var dossier = Dossier.EMPTY;
        for (var item : instrument.items()) {
            dossier = switch (random.nextInt(6)) {
                case 0 -> dossier;
                case 1 -> dossier.with(item.topic(), unknown());
                case 2 -> dossier.with(item.topic(), notApplicable());
                default -> dossier.with(item.topic(), said(random.nextInt(4)));
            };
            if (random.nextInt(4) == 0) {
                var grade = BEYOND_WORDS[random.nextInt(3)];
                dossier = dossier.with(proof(item.topic().value(), grade, random.nextInt(4)));
            }
        }
        return dossier;
    }

    static List<Measure> randomMeasures(Random random, Instrument instrument) {
        var measures = new ArrayList<Measure>();
        for (var i = 0; i < 1 + random.nextInt(12); i++) {
            var raises = new ArrayList<Measure.Raise>();
            for (var j = 0; j <= random.nextInt(2); j++) {
                var topic = instrument
                        .items()
                        .get(random.nextInt(instrument.items().size()))
                        .topic();
                raises.removeIf(it -> it.topic().equals(topic));
                raises.add(new Measure.Raise(topic, attainment(1 + random.nextInt(3))));
            }
            String[] before = i > 0 && random.nextInt(3) == 0 ? new String[] {"m" + random.nextInt(i)} : new String[0];
            measures.add(measure("m" + i, random.nextInt(8) / 2.0, raises, before));
        }
        return measures;
    }

    static Item any(Random random, Instrument instrument) {
        return instrument.items().get(random.nextInt(instrument.items().size()));
    }
}
