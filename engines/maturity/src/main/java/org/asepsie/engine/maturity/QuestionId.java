package org.asepsie.engine.maturity;

/// The stable name of a question: one question of one framework.
public record QuestionId(String value) implements Comparable<QuestionId> {
    public QuestionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a question needs a name");
        }
    }

    @Override
    public int compareTo(QuestionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
