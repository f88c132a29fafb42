package org.asepsie.engine.network.flow;

/// Understands the lines of one format. Stateful (a header names the columns of the lines below it), one per
/// file.
interface LineParser {
    /// Fills `into` if the answer is [LineReading#COUNTED].
    LineReading read(byte[] text, int from, int to, Sighting into);
}
