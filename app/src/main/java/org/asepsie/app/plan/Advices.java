package org.asepsie.app.plan;

import java.time.Instant;
import java.util.Optional;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Known;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.Topic;

/// Finds what the catalogue says of an action that the engine does not propose just now, but that people hold to or
/// have open on a page.
final class Advices {
    private final Situation situation;
    private final Prover prover;

    Advices(Situation situation, Prover prover) {
        this.situation = situation;
        this.prover = prover;
    }

    Optional<Advice> of(ActionId id) {
        var catalogue = situation.catalogue();
        return switch (id.kind()) {
            case DO -> catalogue.measure(new MeasureId(id.subject())).map(it -> new Advice.Carry(it, Optional.empty()));
            case KEEP -> catalogue.measure(new MeasureId(id.subject())).map(it -> new Advice.Keep(it, prover.of(it)));
            case FIND_OUT -> topic(id).flatMap(it -> question(it).map(asked -> new Advice.FindOut(it, asked)));
            case ADVANCE -> topic(id).flatMap(it -> question(it).map(asked -> new Advice.Advance(it, asked, said(it))));
            case RENEW ->
                topic(id).flatMap(it -> question(it).map(asked -> new Advice.Renew(it, asked, documentEnds(it))));
            case ANSWER -> catalogue.framework(id.subject()).map(it -> new Advice.Answer(it, 0));
            case REVIEW -> Optional.of(new Advice.Review());
            case TASK -> Optional.ofNullable(situation.tasks().get(id)).map(Advice.Found::new);
        };
    }

    private Optional<Topic> topic(ActionId id) {
        return situation.catalogue().topic(new TopicId(id.subject()));
    }

    /// The question of a framework in use, else of any.
    Optional<Question> question(Topic topic) {
        return situation.questionnaires().stream()
                .flatMap(it -> it.questions().stream())
                .filter(it -> it.topic().equals(topic.id()))
                .findFirst()
                .or(() -> situation.catalogue().on(topic.id()).stream().findFirst());
    }

    /// When the document behind the answer stops, or stopped, being believed.
    private Instant documentEnds(Topic topic) {
        return situation.indications().stream()
                .filter(it -> it.indicator().answeredTopic().equals(Optional.of(topic.id())))
                .map(it -> it.counting().orElseGet(it::shown).validity().until())
                .findFirst()
                .orElse(situation.now());
    }

    private Attainment said(Topic topic) {
        return prover.known(topic.id())
                .flatMap(Known::attained)
                .map(it -> it.said())
                .orElse(Attainment.NONE);
    }
}
