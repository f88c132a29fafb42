package org.asepsie.engine.maturity;

import java.time.Instant;

/// One piece of evidence about one topic.
///
/// @param indicator what was looked at; for a document attached to an answer, `answer:<topic>`. Among the
///     newest values
///     of several indicators of one grade the lowest counts.
/// @param reference what a person opens to check it: a file, a report, a run
public record Proof(
        TopicId topic, String indicator, Attainment attainment, Grade grade, Validity validity, String reference) {

    /// From when evidence holds (included) until when it is believed (excluded).
    public record Validity(Instant from, Instant until) {
        public Validity {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("evidence of %s cannot end at %s".formatted(from, until));
            }
        }

        public boolean holdsAt(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }

        boolean overAt(Instant moment) {
            return !moment.isBefore(until);
        }
    }
}
