package org.asepsie.engine.maturity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who may come first: no refinement before an essential topic that is still at nothing.
final class Turns {
    private final Reached reached;

    Turns(Reached reached) {
        this.reached = reached;
    }

    /// Whether the measure still lifts anything that counts here.
    boolean lifts(Measure measure) {
        return lifts(measure, Map.of());
    }

    boolean lifts(Measure.Raise raise) {
        return lifts(raise, Map.of());
    }

    boolean essentialFirstStep(Measure measure) {
        return essentialFirstStep(measure, Map.of());
    }

    /// Whether a measure, last of `steps` after the prerequisites it lacks, may come while an essential topic
    /// is untouched: it touches one itself when its turn comes, or there is no second step among them. One such
    /// measure always exists: an essential first step none of whose missing prerequisites is one.
    boolean mayComeFirst(List<Measure> steps) {
        var ahead = new HashMap<TopicId, Integer>();
        var second = false;
        for (var step : steps) {
            if (step.equals(steps.getLast()) && essentialFirstStep(step, ahead)) {
                return true;
            }
            second |= secondStep(step, ahead);
            step.raises().forEach(it -> ahead.merge(it.topic(), it.to().value(), Math::max));
        }
        return !second;
    }

    /// Where a topic stands once what is `ahead` is done.
    private int value(TopicId topic, Map<TopicId, Integer> ahead) {
        return Math.max(reached.of(topic), ahead.getOrDefault(topic, 0));
    }

    private boolean lifts(Measure measure, Map<TopicId, Integer> ahead) {
        return measure.raises().stream().anyMatch(it -> lifts(it, ahead));
    }

    private boolean lifts(Measure.Raise raise, Map<TopicId, Integer> ahead) {
        return reached.marks(raise.topic())
                && value(raise.topic(), ahead) < raise.to().value();
    }

    private boolean essentialFirstStep(Measure measure, Map<TopicId, Integer> ahead) {
        return measure.raises().stream()
                .map(Measure.Raise::topic)
                .anyMatch(it -> reached.marks(it) && reached.essential(it) && value(it, ahead) == 0);
    }

    private boolean secondStep(Measure measure, Map<TopicId, Integer> ahead) {
        return lifts(measure, ahead)
                && measure.raises().stream()
                        .filter(it -> lifts(it, ahead))
                        .noneMatch(it -> value(it.topic(), ahead) == 0);
    }
}
