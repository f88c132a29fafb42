package org.asepsie.app.schedule;

import java.time.Instant;
import java.util.Optional;
import org.asepsie.engine.plan.Conflict;
import org.asepsie.engine.plan.Plan;

/// The plan by quarter of a facility, or why there is none.
public sealed interface Schedule {
    Basis basis();

    /// @param at when it was computed
    /// @param price of the hand move that led to it
    record Made(Basis basis, Plan plan, Instant at, Optional<Price> price) implements Schedule {}

    /// What must be done does not fit the means and wishes.
    record Conflicting(Basis basis, Conflict conflict) implements Schedule {}
}
