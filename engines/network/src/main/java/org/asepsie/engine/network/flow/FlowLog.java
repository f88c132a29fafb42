package org.asepsie.engine.network.flow;

import java.util.List;
import java.util.Optional;

/// What became of one file: every line is counted, understood, or broken, and nothing is silently dropped.
///
/// @param lines all lines, empty ones too
/// @param counted lines that told a connection (for one-way records: half of one)
/// @param passedOver lines that tell no connection: headers, other events
/// @param broken how many lines could not be used
/// @param firstBroken the first of them, at most [#SHOWN]
/// @param cut why the file ended too early, if it did: what stands before is counted
public record FlowLog(
        String file,
        FlowFormat format,
        long lines,
        long counted,
        long passedOver,
        long broken,
        List<BrokenLine> firstBroken,
        Optional<String> cut) {
    /// How many broken lines are kept with their number.
    public static final int SHOWN = 100;

    public FlowLog {
        firstBroken = List.copyOf(firstBroken);
    }

    /// @param number from 1, counted after unpacking
    public record BrokenLine(long number, LineReading why) {}
}
