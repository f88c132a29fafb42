package org.asepsie.engine.maturity;

/// The stable name of a theme: a part of a framework that is scored on its own.
public record ThemeId(String value) implements Comparable<ThemeId> {
    public ThemeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a theme needs a name");
        }
    }

    @Override
    public int compareTo(ThemeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
