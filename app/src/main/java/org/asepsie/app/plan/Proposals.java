package org.asepsie.app.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Step;
import org.asepsie.engine.maturity.TopicId;

/// What could be done, in the order in which it is put forward: the questions left, proofs that run out, the engine's
/// steps, proofs never given.
final class Proposals {
    /// As many as a person begins with.
    private static final int AT_ONCE = 3;

    private final Situation situation;
    private final Rankings rankings;
    private final Advices advices;

    Proposals(Situation situation, Rankings rankings, Advices advices) {
        this.situation = situation;
        this.rankings = rankings;
        this.advices = advices;
    }

    /// @param duties what was done and has to be shown again; those with a date come before the engine's steps
    Map<ActionId, Advice> with(Collection<Upkeep.Duty> duties) {
        var proposed = new LinkedHashMap<ActionId, Advice>();
        for (var questionnaire : situation.questionnaires()) {
            var framework = questionnaire.framework();
            var left = unanswered(questionnaire.assessor());
            if (left > 0) {
                proposed.put(new ActionId(ActionId.Kind.ANSWER, framework.id()), new Advice.Answer(framework, left));
            }
        }
        duties.stream().filter(it -> it.due().isPresent()).forEach(it -> proposed.put(it.id(), it.advice()));
        inTurn(rankings.of(situation)).forEach(it -> propose(it, proposed));
        duties.forEach(it -> proposed.putIfAbsent(it.id(), it.advice()));
        return proposed;
    }

    private int unanswered(Assessor assessor) {
        return (int) assessor.assess(situation.dossier(), situation.now()).contributions().stream()
                .filter(it -> it.known().statement().isEmpty())
                .filter(it -> it.known()
                        .attained()
                        .filter(at -> !at.said().equals(at.possible()))
                        .isPresent())
                .count();
    }

    /// The first measures, then all there is to find out, then the rest: asking takes minutes, and may show
    /// that a measure months ahead is in place already.
    private static List<Step> inTurn(List<Step> steps) {
        var measures = 0;
        var first = new ArrayList<Step>();
        var asking = new ArrayList<Step>();
        var rest = new ArrayList<Step>();
        for (var step : steps) {
            switch (step) {
                case Step.FindOut _ -> (measures < AT_ONCE ? first : asking).add(step);
                case Step.Do _ -> (measures++ < AT_ONCE ? first : rest).add(step);
                case Step.Advance _ -> rest.add(step);
            }
        }
        return Stream.of(first, asking, rest).flatMap(List::stream).toList();
    }

    /// What nobody ever asked is one action, "answer"; what somebody does not know is one action each.
    private void propose(Step step, Map<ActionId, Advice> proposed) {
        switch (step) {
            case Step.Do carry ->
                situation
                        .catalogue()
                        .measure(carry.measure().id())
                        .ifPresent(it -> proposed.put(
                                new ActionId(ActionId.Kind.DO, it.id().value()),
                                new Advice.Carry(it, Optional.of(carry))));
            case Step.FindOut(var item, var asked) -> {
                if (asked) {
                    put(ActionId.Kind.FIND_OUT, item.topic(), proposed);
                }
            }
            case Step.Advance(var item, var _) -> {
                if (!setAside().contains(item.topic())) {
                    put(ActionId.Kind.ADVANCE, item.topic(), proposed);
                }
            }
        }
    }

    private void put(ActionId.Kind kind, TopicId topic, Map<ActionId, Advice> proposed) {
        var id = new ActionId(kind, topic.value());
        advices.of(id).ifPresent(it -> proposed.put(id, it));
    }

    /// Topics whose measures were not retained, or were done: no other wording of the same is put forward.
    private Set<TopicId> setAside() {
        var decided = new HashSet<MeasureId>(situation.subjectsOf(Status.DISMISSED));
        decided.addAll(situation.subjectsOf(Status.DONE));
        return decided.stream()
                .flatMap(it -> situation.catalogue().measure(it).stream())
                .flatMap(it -> it.effect().raises().stream())
                .map(it -> it.topic())
                .collect(Collectors.toSet());
    }
}
