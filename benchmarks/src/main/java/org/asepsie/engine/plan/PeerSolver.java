package org.asepsie.engine.plan;

import java.time.Duration;
import java.util.OptionalDouble;

/// Another solver, given the same instance and the same time.
interface PeerSolver {
    String name();

    Answer solve(Work work, Duration patience);

    /// @param finish the quarter in which each task finishes, or [Decoder#NEVER]
    /// @param leastHarm below which the solver says that no plan can be; empty if it says nothing
    record Answer(int[] finish, OptionalDouble leastHarm) {}
}
