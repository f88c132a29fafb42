package org.asepsie.engine.network.policy;

import java.util.List;

/// Rules looked at from the first to the last; the first that matches and decides, decides. A chain, an
/// access list, a policy.
///
/// @param where where the list, or its default policy, is declared
/// @param ending what becomes of a packet no rule decided
public record RuleList(String name, Position where, List<Rule> rules, Ending ending) {
    public RuleList {
        rules = List.copyOf(rules);
    }

    public enum Ending {
        /// Passes to the next stage.
        ACCEPT,
        DROP,
        /// Goes back to the calling list. A list that a stage runs directly must end otherwise.
        RETURN
    }
}
