package org.asepsie.knowledge;

import org.asepsie.engine.maturity.TopicId;

/// What can be stated about an establishment, once.
public record Topic(TopicId id, Text label) {
    static final String ANSWER = "answer:";

    /// The indicator whose values are the answers given on this topic.
    public String answerIndicator() {
        return ANSWER + id.value();
    }
}
