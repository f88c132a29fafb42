package org.asepsie.engine.network.flow;

/// Zeek `conn.log` with one JSON object a line.
final class ZeekJson implements LineParser {
    private final ZeekRecord zeek = new ZeekRecord();
    private final JsonLine line = new JsonLine(zeek.fields);

    @Override
    public LineReading read(byte[] text, int from, int to, Sighting into) {
        if (from == to) {
            return LineReading.PASSED_OVER;
        }
        return line.cut(text, from, to) ? zeek.read(into) : LineReading.NOT_THIS_FORMAT;
    }
}
