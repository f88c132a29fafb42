package org.asepsie.app.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.evidence.Indication;
import org.asepsie.app.facility.Facility;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Item;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.Theme;
import org.asepsie.engine.maturity.ThemeId;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Audience;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Measure;

/// All a plan is worked out from.
///
/// @param questionnaires those the facility answers through; the one meant for it when it has not begun
/// @param saidAt when each topic was last answered
record Situation(
        Facility facility,
        Catalogue catalogue,
        List<Questionnaire> questionnaires,
        Dossier dossier,
        Map<TopicId, Instant> saidAt,
        List<Indication> indications,
        Map<ActionId, Decision> decisions,
        Map<ActionId, Task> tasks,
        Capacity capacity,
        Instant now) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    Audience audience() {
        return Questionnaires.audience(facility.kind());
    }

    List<Measure> measures() {
        return catalogue.measures().stream().filter(it -> it.isFor(audience())).toList();
    }

    Set<MeasureId> subjectsOf(Status status) {
        return decisions.values().stream()
                .filter(it ->
                        it.action().kind() == ActionId.Kind.DO && it.wish().status() == status)
                .map(it -> new MeasureId(it.action().subject()))
                .collect(Collectors.toSet());
    }

    /// The dossier with what people did taken at their word, so that the plan moves on: until they answer anew,
    /// or a tool or a third party shows otherwise.
    Dossier believed() {
        var believed = dossier;
        for (var decision : decisions.values()) {
            var measure = catalogue.measure(new MeasureId(decision.action().subject()));
            if (decision.action().kind() != ActionId.Kind.DO
                    || decision.doneAt().isEmpty()
                    || measure.isEmpty()) {
                continue;
            }
            for (var raise : measure.get().effect().raises()) {
                var answeredSince = Optional.ofNullable(saidAt.get(raise.topic()))
                        .filter(it -> it.isAfter(decision.doneAt().get()));
                var lower = switch (believed.statement(raise.topic()).orElse(new Statement.Unknown())) {
                    case Statement.Said(var value) -> value.compareTo(raise.to()) < 0;
                    case Statement.Unknown _ -> true;
                    case Statement.NotApplicable _ -> false;
                };
                if (lower && answeredSince.isEmpty()) {
                    believed = believed.with(raise.topic(), new Statement.Said(raise.to()));
                }
            }
        }
        return believed;
    }

    /// What the plan is ranked with. One framework is taken as it is, so that the command line ranks the same; of
    /// several,
    /// each topic counts once, as the first framework weighs it.
    Assessor ranking() {
        if (questionnaires.size() == 1) {
            return questionnaires.getFirst().assessor();
        }
        var themes = new ArrayList<Theme>();
        var items = new ArrayList<Item>();
        var seen = new HashSet<TopicId>();
        for (var questionnaire : questionnaires) {
            var instrument = questionnaire.assessor().instrument();
            instrument.themes().forEach(it -> themes.add(new Theme(in(instrument, it.id()), it.weight())));
            instrument.items().stream()
                    .filter(it -> seen.add(it.topic()))
                    .map(it -> new Item(
                            it.question(),
                            it.topic(),
                            in(instrument, it.theme()),
                            it.weight(),
                            it.essential(),
                            it.gate(),
                            it.indicators()))
                    .forEach(items::add);
        }
        var first = questionnaires.getFirst().assessor().instrument();
        return Assessor.of(new Instrument(new Instrument.Id("plan", "1"), first.thresholds(), themes, items));
    }

    private static ThemeId in(Instrument instrument, ThemeId theme) {
        return new ThemeId(instrument.id().framework() + "/" + theme.value());
    }

    /// Every topic there is, once: to tell what is known of a topic whatever the framework.
    static Assessor everyTopic(Catalogue catalogue) {
        var all = new ThemeId("all");
        return Assessor.of(new Instrument(
                new Instrument.Id("every-topic", "1"),
                List.of(25, 50, 75, 100),
                List.of(new Theme(all, 1)),
                catalogue.topics().stream()
                        .map(it -> new Item(
                                new QuestionId(it.id().value()), it.id(), all, 1, false, Optional.empty(), List.of()))
                        .toList()));
    }
}
