package org.asepsie.app.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Gate;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Item;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Standing;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.Theme;
import org.asepsie.engine.maturity.ThemeId;
import org.asepsie.engine.maturity.TopicId;
import org.jspecify.annotations.Nullable;

/// A closed diagnosis as it is kept: the instrument, what was stated and proven, and what came out.
///
/// These records are a file format, told apart from the engine's types on purpose: those may change, this may only
/// grow.
/// `format` rises when it does. Figures are thousandths.
public record Snapshot(int format, Ruler ruler, List<Said> said, List<Shown> shown, String asOf, Outcome outcome) {
    private static final int FORMAT = 1;

    /// The instrument.
    public record Ruler(
            String framework, String version, List<Integer> thresholds, List<Part> themes, List<Asked> items) {}

    public record Part(String theme, int weight) {}

    public record Asked(
            String question,
            String topic,
            String theme,
            int weight,
            boolean essential,
            @Nullable Integer gateLevel,
            @Nullable Integer gateAttainment,
            List<String> indicators) {}

    /// One statement: `attainment` when it was said, `fact` when the topic does not apply, neither when it is
    /// unknown.
    public record Said(
            String topic,
            @Nullable Integer attainment,
            @Nullable String fact) {}

    public record Shown(
            String topic,
            String indicator,
            int attainment,
            String grade,
            String from,
            String until,
            String reference) {}

    public record Outcome(Figures overall, List<ThemeFigures> themes) {}

    public record Figures(int proven, int said, int possible, int provenIndex, int saidIndex, int possibleIndex) {
        static Figures of(Standing standing) {
            return new Figures(
                    standing.proven().score().thousandths(),
                    standing.said().score().thousandths(),
                    standing.possible().score().thousandths(),
                    standing.proven().index().thousandths(),
                    standing.said().index().thousandths(),
                    standing.possible().index().thousandths());
        }
    }

    public record ThemeFigures(String theme, @Nullable Figures figures) {}

    public static Snapshot of(Instrument instrument, Dossier dossier, Maturity result) {
        return new Snapshot(
                FORMAT,
                ruler(instrument),
                new TreeMap<>(dossier.statements())
                        .entrySet().stream()
                                .map(it -> said(it.getKey(), it.getValue()))
                                .toList(),
                dossier.proofs().stream()
                        .map(Snapshot::shown)
                        .sorted(Comparator.comparing(Shown::topic)
                                .thenComparing(Shown::indicator)
                                .thenComparing(Shown::from)
                                .thenComparing(Shown::reference))
                        .toList(),
                result.asOf().toString(),
                outcome(result));
    }

    public Instrument instrument() {
        return new Instrument(
                new Instrument.Id(ruler.framework, ruler.version),
                ruler.thresholds,
                ruler.themes.stream()
                        .map(it -> new Theme(new ThemeId(it.theme), it.weight))
                        .toList(),
                ruler.items.stream().map(Snapshot::item).toList());
    }

    public Dossier dossier() {
        var statements = new TreeMap<TopicId, Statement>();
        said.forEach(it -> statements.put(new TopicId(it.topic), statement(it)));
        var proofs = new ArrayList<Proof>();
        shown.forEach(it -> proofs.add(proof(it)));
        return new Dossier(statements, proofs);
    }

    public Instant moment() {
        return Instant.parse(asOf);
    }

    /// Computes the result again from what was kept, with the instrument of that day.
    public Maturity replay() {
        return Assessor.of(instrument()).assess(dossier(), moment());
    }

    /// Whether the engine of today still finds what was found then.
    public boolean replays() {
        return outcome(replay()).equals(outcome);
    }

    private static Outcome outcome(Maturity result) {
        return new Outcome(
                Figures.of(result.overall()),
                result.themes().stream()
                        .map(it -> new ThemeFigures(
                                it.theme().id().value(),
                                it.standing().map(Figures::of).orElse(null)))
                        .toList());
    }

    private static Ruler ruler(Instrument instrument) {
        return new Ruler(
                instrument.id().framework(),
                instrument.id().version(),
                instrument.thresholds(),
                instrument.themes().stream()
                        .map(it -> new Part(it.id().value(), it.weight()))
                        .toList(),
                instrument.items().stream().map(Snapshot::asked).toList());
    }

    private static Asked asked(Item item) {
        return new Asked(
                item.question().value(),
                item.topic().value(),
                item.theme().value(),
                item.weight(),
                item.essential(),
                item.gate().map(Gate::level).orElse(null),
                item.gate().map(it -> it.attainment().value()).orElse(null),
                item.indicators());
    }

    private static Item item(Asked asked) {
        return new Item(
                new QuestionId(asked.question),
                new TopicId(asked.topic),
                new ThemeId(asked.theme),
                asked.weight,
                asked.essential,
                asked.gateLevel == null || asked.gateAttainment == null
                        ? Optional.empty()
                        : Optional.of(new Gate(asked.gateLevel, new Attainment(asked.gateAttainment))),
                asked.indicators);
    }

    private static Said said(TopicId topic, Statement statement) {
        return switch (statement) {
            case Statement.Said(var attainment) -> new Said(topic.value(), attainment.value(), null);
            case Statement.NotApplicable(var fact) -> new Said(topic.value(), null, fact);
            case Statement.Unknown _ -> new Said(topic.value(), null, null);
        };
    }

    private static Statement statement(Said said) {
        if (said.attainment != null) {
            return new Statement.Said(new Attainment(said.attainment));
        }
        return said.fact == null ? new Statement.Unknown() : new Statement.NotApplicable(said.fact);
    }

    private static Shown shown(Proof proof) {
        return new Shown(
                proof.topic().value(),
                proof.indicator(),
                proof.attainment().value(),
                proof.grade().name(),
                proof.validity().from().toString(),
                proof.validity().until().toString(),
                proof.reference());
    }

    private static Proof proof(Shown shown) {
        return new Proof(
                new TopicId(shown.topic),
                shown.indicator,
                new Attainment(shown.attainment),
                Grade.valueOf(shown.grade),
                new Proof.Validity(Instant.parse(shown.from), Instant.parse(shown.until)),
                shown.reference);
    }
}
