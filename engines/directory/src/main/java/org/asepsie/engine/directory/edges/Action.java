package org.asepsie.engine.directory.edges;

/// What an administrator does, as a line of a list of actions.
public sealed interface Action {
    /// Removes something that holds attack edges up, or may do so.
    record Remove(Remedy remedy) implements Action {}

    /// Mends something that no edge hangs on: an old password, a setting of the forest.
    ///
    /// @param key the same for the same deed, whichever points ask for it
    record Mend(String key) implements Action {}
}
