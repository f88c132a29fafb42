package org.asepsie.engine.network.proof;

import java.util.List;
import org.asepsie.engine.network.policy.Rule;

/// A rule that could be taken away.
///
/// @param list the list it stands in
/// @param by for a dead rule, the earlier rules that take its packets; for a redundant one, the later rules
///     that would decide the same; empty if the default does
public record Shadow(Kind kind, String list, Rule rule, List<Rule> by) {
    public Shadow {
        by = List.copyOf(by);
    }

    public enum Kind {
        /// No packet reaches it.
        DEAD,
        /// Packets reach it, but what follows decides the same.
        REDUNDANT
    }
}
