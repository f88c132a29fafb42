package org.asepsie.engine.network.policy;

/// Reads the configurations of one vendor.
public interface ConfigReader {
    /// How surely `text` is of this reader's kind: 0 not at all, 100 no doubt. Looks at the first lines
    /// only.
    int recognises(ConfigText text);

    /// Never guesses: what it does not understand becomes an [Match.Unknown] or [Action.Undecided]
    /// where it stands and a [Gap] in the report.
    ///
    /// @throws UnreadableConfig if the file as a whole makes no sense, with the line and the remedy
    Reading read(ConfigText text);
}
