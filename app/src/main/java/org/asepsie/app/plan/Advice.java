package org.asepsie.app.plan;

import java.time.Instant;
import java.util.Optional;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Step;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Measure;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.Topic;

/// What an action asks for. Each says what the catalogue knows of it.
public sealed interface Advice {
    /// @param step why it stands where it stands; empty when the engine does not propose it (any more)
    record Carry(Measure measure, Optional<Step.Do> step) implements Advice {}

    /// Somebody said "I do not know".
    record FindOut(Topic topic, Question question) implements Advice {}

    /// No measure on offer lifts the topic: take the next option of the question as the aim.
    record Advance(Topic topic, Question question, Attainment from) implements Advice {}

    /// The measure is in place; this is how far that is shown.
    record Keep(Measure measure, Proving proving) implements Advice {}

    /// @param until when the document that backs the answer stops being believed; it may be past
    record Renew(Topic topic, Question question, Instant until) implements Advice {}

    /// @param left questions without an answer
    record Answer(Framework framework, int left) implements Advice {
        /// The share of the framework's own estimate that is left, at least a minute.
        public int minutes() {
            var share = (double) left / Math.max(1, framework.questions().size());
            return (int) Math.max(1, Math.round(framework.presentation().minutes() * share));
        }
    }

    /// Nothing is left but to check once a year that all is still so.
    record Review() implements Advice {}

    /// Work that another module found.
    record Found(Task task) implements Advice {}

    /// The catalogue does not know it any more; people hold to it all the same.
    record Forgotten(Text title) implements Advice {}

    default Effort effort(int places) {
        return switch (this) {
            case Carry(var measure, var _) -> Effort.of(measure, places);
            case FindOut(var _, var question) ->
                Effort.minutes(question.findOut().minutes());
            case Answer answer -> Effort.minutes(answer.minutes());
            case Keep _, Renew _ -> Effort.SHOWING;
            case Review _ -> Effort.REVIEWING;
            case Found(var task) -> Effort.of(task);
            case Advance _, Forgotten _ -> Effort.UNKNOWN;
        };
    }
}
