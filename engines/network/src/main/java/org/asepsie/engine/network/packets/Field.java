package org.asepsie.engine.network.packets;

/// A field of a packet: `bits` levels from `first` on, the most significant bit first.
///
/// The order was measured (interfaces, source, destination, ports, protocol): on the largest rule set
/// it needs a quarter of the nodes of the usual order. An IPv4 address stands in the first 32 levels of
/// its field. ICMP's type stands in the low byte of the destination port, its code in the low byte of
/// the source port.
public record Field(int first, int bits) {
    /// Room for 1,024 marks and for 65,536 names of interfaces: a level that no rule tests costs
    /// nothing.
    public static final Field MARKS = new Field(0, 1024);

    public static final Field IN = new Field(MARKS.end(), 16);
    public static final Field OUT = new Field(IN.end(), 16);
    public static final Field FAMILY = new Field(OUT.end(), 1);
    public static final Field SOURCE = new Field(FAMILY.end(), 128);
    public static final Field DESTINATION = new Field(SOURCE.end(), 128);
    public static final Field DESTINATION_PORT = new Field(DESTINATION.end(), 16);
    public static final Field SOURCE_PORT = new Field(DESTINATION_PORT.end(), 16);
    public static final Field PROTOCOL = new Field(SOURCE_PORT.end(), 8);
    /// No part of a packet: what a list of rules makes of it, so that one diagram tells all of a list's outcomes.
    public static final Field OUTCOME = new Field(PROTOCOL.end(), 2);
    static final int LEVELS = OUTCOME.end();

    /// The level after the last.
    public int end() {
        return first + bits;
    }

    /// The low `bits` of this field.
    Field low(int width) {
        return new Field(end() - width, width);
    }
}
