package org.asepsie.app.plan;

import java.util.List;

/// What became of a decision that was sent. Whatever it is, nothing that was typed is lost.
public sealed interface Outcome {
    /// It stands. `before` lets it be undone.
    record Kept(Decision decision, Wish before) implements Outcome {}

    /// The same form had arrived already, or it changed nothing.
    record KeptBefore(Wish stands) implements Outcome {}

    /// Somebody else changed the same parts since the page was opened: nothing is recorded, the person chooses.
    record Contested(Decision theirs, Wish yours, List<Wish.Part> parts) implements Outcome {
        public Contested {
            parts = List.copyOf(parts);
        }
    }

    /// It is decided above, once for several facilities: nothing is recorded here.
    record Elsewhere(Alongside.SharedLine line) implements Outcome {}
}
