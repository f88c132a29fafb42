package org.asepsie.app.assessment;

import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;

/// What an establishment said of one topic, once: it serves each framework that asks about the topic.
///
/// @param turn its place in the log of answers; of two on one topic the later counts
/// @param question through which question it was given
/// @param instrument of which framework, in which version
public record Answer(
        Turn turn,
        FacilityId facility,
        TopicId topic,
        QuestionId question,
        Instrument.Id instrument,
        Statement statement,
        String comment,
        Author by,
        Instant at) {

    /// A place in the log; [#NONE] stands before the first answer.
    public record Turn(long value) {
        public static final Turn NONE = new Turn(0);
    }

    /// @param account empty when the answer came through a link that was handed over
    public record Author(String name, Optional<AccountId> account) {}

    boolean says(Statement otherStatement, String otherComment) {
        return statement.equals(otherStatement) && comment.equals(otherComment);
    }
}
