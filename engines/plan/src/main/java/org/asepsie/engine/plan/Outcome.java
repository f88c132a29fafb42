package org.asepsie.engine.plan;

/// A plan, or why there is none.
public sealed interface Outcome {
    record Planned(Plan plan) implements Outcome {}

    /// What must be done does not fit the means and wishes.
    record Impossible(Conflict conflict) implements Outcome {}
}
