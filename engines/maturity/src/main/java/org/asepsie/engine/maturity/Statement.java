package org.asepsie.engine.maturity;

/// What the establishment itself says about one topic. A topic without statement is unanswered, which is scored
/// exactly like [Unknown]: silence must never look better than a frank "I do not know".
public sealed interface Statement {
    record Said(Attainment attainment) implements Statement {}

    /// "I do not know": anything from nothing to full may be true.
    record Unknown() implements Statement {}

    /// The topic does not exist here, because of a fact that can be checked (`fact` is its id in the framework).
    record NotApplicable(String fact) implements Statement {
        public NotApplicable {
            if (fact.isBlank()) {
                throw new IllegalArgumentException(
                        "\"not applicable\" needs the fact that makes it so; without one, answer \"I do not know\"");
            }
        }
    }
}
