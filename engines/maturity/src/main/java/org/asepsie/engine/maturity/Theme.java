package org.asepsie.engine.maturity;

/// A part of a framework, scored on its own. `weight` (1 to 5) is its share of the overall index.
public record Theme(ThemeId id, int weight) {
    public Theme {
        if (weight < 1 || weight > 5) {
            throw new IllegalArgumentException("theme %s weighs %d; weights go from 1 to 5".formatted(id, weight));
        }
    }
}
