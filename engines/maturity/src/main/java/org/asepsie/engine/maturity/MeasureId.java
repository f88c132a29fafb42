package org.asepsie.engine.maturity;

/// The stable name of a measure: something that can be done, and that makes topics true.
public record MeasureId(String value) implements Comparable<MeasureId> {
    public MeasureId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a measure needs a name");
        }
    }

    @Override
    public int compareTo(MeasureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
