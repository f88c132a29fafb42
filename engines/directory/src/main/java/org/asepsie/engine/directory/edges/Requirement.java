package org.asepsie.engine.directory.edges;

import java.util.List;

/// What one failing control point asks for: one of `actions` at least. A point with several failing objects makes
/// several requirements.
public record Requirement(String point, List<Action> actions) {
    public Requirement {
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("nothing meets the requirement of point " + point);
        }
    }
}
