package org.asepsie.engine.maturity;

import java.util.List;
import java.util.Optional;

/// One line of a plan. The order of the plan is the order in which to act.
public sealed interface Step {

    /// Carry out a measure.
    ///
    /// @param raised the topics it lifts here, from where they stand at that point of the plan
    /// @param gain what it adds, prerequisites counted with the measure they prepare
    /// @param preparesFor the measure it must precede, when that is why it stands here
    record Do(Measure measure, List<Lift> raised, Gain gain, Optional<MeasureId> preparesFor) implements Step {
        public Do {
            raised = List.copyOf(raised);
        }
    }

    /// Go and look: nobody knows how this topic stands, and it decides whether the steps after it are needed.
    ///
    /// @param asked whether somebody already answered "I do not know"
    record FindOut(Item item, boolean asked) implements Step {}

    /// The topic falls short and no measure on offer lifts it: take the next option of the question as the aim.
    record Advance(Item item, Attainment from) implements Step {}

    record Lift(TopicId topic, Attainment from, Attainment to) {}

    /// @param score gain of the prudent score
    /// @param index gain of the prudent index
    /// @param scoreAfter the prudent score once this step and all before it are done
    record Gain(Score score, Index index, Score scoreAfter) {}
}
