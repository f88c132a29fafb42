package org.asepsie.engine.maturity;

/// The stable name of a topic: what can be stated about an establishment, once.
public record TopicId(String value) implements Comparable<TopicId> {
    public TopicId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a topic needs a name");
        }
    }

    @Override
    public int compareTo(TopicId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
