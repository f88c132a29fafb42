package org.asepsie.engine.network.policy;

/// One rule at its place in a list.
///
/// @param where the line it is written on; for an implied rule, the line it follows from, or the whole
///     file
/// @param text the rule as a person recognises it: the line itself, or the name and number of a block
/// @param written false for what the device adds by itself (implicit rules, bindings of a list to an
///     interface): such a rule decides like any other and is never reported as shadowed or redundant
public record Rule(Position where, String text, Match match, Action action, boolean written) {
    public static Rule written(Position where, String text, Match match, Action action) {
        return new Rule(where, text, match, action, true);
    }

    public static Rule implied(Position where, String text, Match match, Action action) {
        return new Rule(where, text, match, action, false);
    }
}
