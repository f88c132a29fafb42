package org.asepsie.app.knowledge;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.access.Places;
import org.asepsie.app.knowledge.AnsweredPlaces.Answered;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.InstrumentUpgrade;
import org.asepsie.engine.maturity.TopicMoves;
import org.asepsie.knowledge.Framework;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tries a new version of a framework on the establishments it is for. Nothing is written.
@Service
public class Upgrades {
    private final RegionalFrameworks regional;
    private final Catalogues catalogues;
    private final ObjectProvider<AnsweredPlaces> answers;
    private final Places places;
    private final Clock clock;

    Upgrades(
            RegionalFrameworks regional,
            Catalogues catalogues,
            ObjectProvider<AnsweredPlaces> answers,
            Places places,
            Clock clock) {
        this.regional = regional;
        this.catalogues = catalogues;
        this.answers = answers;
        this.places = places;
        this.clock = clock;
    }

    /// Empty when the draft is gone, is no questionnaire, or replaces no version in force.
    @Transactional(readOnly = true)
    public Optional<Rehearsal> rehearse(UUID draft) {
        var preview = regional.preview(draft);
        var file = preview.flatMap(RegionalFrameworks.Preview::file);
        var from =
                file.flatMap(it -> catalogues.current().framework(it.framework().id()));
        var place = preview.flatMap(it -> places.pathOf(it.region().id()));
        if (from.isEmpty() || place.isEmpty() || !preview.get().problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rehearse(
                from.get(), file.get().framework(), file.get().renames().topicMoves(), place.get()));
    }

    /// Scores what every establishment at or below a place answered with both versions.
    @Transactional(readOnly = true)
    public Rehearsal rehearse(Framework from, Framework to, TopicMoves moves, NodePath place) {
        var now = clock.instant();
        var names = new LinkedHashMap<String, String>();
        var dossiers = new LinkedHashMap<String, Dossier>();
        for (Answered it : answered(place)) {
            names.put(it.id(), it.name());
            dossiers.put(it.id(), it.dossier());
        }
        var upgrade = new InstrumentUpgrade(
                Assessor.of(from.instrument(Optional.empty())), Assessor.of(to.instrument(Optional.empty())), moves);
        return new Rehearsal(
                from.version().number(),
                to.version().number(),
                upgrade.dryRun(dossiers, now).stream()
                        .map(it -> new Rehearsal.Line(names.getOrDefault(it.establishment(), ""), it))
                        .toList());
    }

    private List<Answered> answered(NodePath place) {
        return answers.stream()
                .flatMap(it -> it.below(place, clock.instant()).stream())
                .toList();
    }
}
