package org.asepsie.engine.network.policy;

/// One entry of the fidelity report: what of `where` was not fully understood.
///
/// @param text the words concerned, as in the file; never a secret
/// @param harmless true if no verdict can depend on it (a comment's option, a logging detail): it is
///     told, and that is all. Otherwise the reader has put a [Match.Unknown] or an [Action.Undecided]
///     where it matters.
public record Gap(Position where, Reason reason, String text, boolean harmless) {
    public static Gap of(Position where, Reason reason, String text) {
        return new Gap(where, reason, text, false);
    }

    public static Gap harmless(Position where, Reason reason, String text) {
        return new Gap(where, reason, text, true);
    }
}
