package org.asepsie.app.evidence;

import java.util.Optional;
import org.asepsie.engine.maturity.TopicId;

/// The stable name of a quantity that can be known of an establishment, such as `backup.offline-copy-age`.
///
/// Besides those of the catalogue there is one per topic, `answer:<topic>`: the attainment (0 to 3) that a document
/// attached to an answer shows.
public record IndicatorId(String value) implements Comparable<IndicatorId> {
    private static final String ANSWER = "answer:";

    public IndicatorId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an indicator needs a name");
        }
    }

    public static IndicatorId ofAnswer(TopicId topic) {
        return new IndicatorId(ANSWER + topic.value());
    }

    /// The topic whose answer this backs; empty for an indicator of the catalogue.
    public Optional<TopicId> answeredTopic() {
        return value.startsWith(ANSWER) && value.length() > ANSWER.length()
                ? Optional.of(new TopicId(value.substring(ANSWER.length())))
                : Optional.empty();
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
