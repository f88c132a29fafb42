package org.asepsie.engine.plan;

/// How far from the best a plan can be at most.
///
/// @param leastHarm no plan with these means leaves less weighed harm over the horizon
/// @param gap (most that any plan could avoid − what this one avoids) / most that any plan could avoid; 0
///     is optimal
public record Proof(Method method, double leastHarm, double gap) {
    public enum Method {
        /// Every list of priorities was tried.
        EXHAUSTIVE,
        /// The solver closed the question.
        BRANCH_AND_CUT,
        /// The solver was stopped; its bound holds all the same.
        BOUND,
        /// Without the solver, not asked for or not on this machine: the bound is what doing everything as
        /// early as time alone allows would leave. True, and far from tight.
        LOOSE
    }

    /// Below this the difference is rounding, not advice.
    public static final double OPTIMAL = 1e-4;

    public boolean optimal() {
        return gap <= OPTIMAL;
    }

    static Proof of(Method method, double leastHarm, double harm, double nothing) {
        var most = nothing - Math.min(leastHarm, harm);
        return new Proof(method, Math.min(leastHarm, harm), most <= 0 ? 0 : Math.max(0, harm - leastHarm) / most);
    }
}
