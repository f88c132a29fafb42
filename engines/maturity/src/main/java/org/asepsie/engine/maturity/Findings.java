package org.asepsie.engine.maturity;

import java.util.List;

/// What a person must be told beside the figures.
///
/// @param gates the gates that evidence does not pass, in the order of the questions
/// @param contradictions where observation or measurement disagree with what was said: both are kept, the
///     former counts
/// @param expired evidence that is no longer believed
/// @param removed what "not applicable" took out of the base
public record Findings(
        List<ClosedGate> gates, List<Contradiction> contradictions, List<Proof> expired, List<Removed> removed) {
    public Findings {
        gates = List.copyOf(gates);
        contradictions = List.copyOf(contradictions);
        expired = List.copyOf(expired);
        removed = List.copyOf(removed);
    }

    /// A gate that is not passed with proof; `attained` tells whether it is passed as said, or might be.
    public record ClosedGate(Item item, Gate gate, Known.Attained attained) {
        public boolean passedAsSaid() {
            return gate.passedBy(attained.said());
        }

        public boolean mayBePassed() {
            return gate.passedBy(attained.possible());
        }
    }

    public record Contradiction(Item item, Statement statement, Proof proof) {}

    public record Removed(Item item, String fact) {}
}
