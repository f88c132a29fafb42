package org.asepsie.engine.network.flow;

/// Zeek `conn.log` with tabs. Columns are found by name, because exporters add their own; several files put
/// one behind the other work, since each header is obeyed from where it stands.
final class ZeekTsv implements LineParser {
    private final ZeekRecord zeek = new ZeekRecord();
    private final Columns columns = new Columns(zeek.fields);

    @Override
    public LineReading read(byte[] text, int from, int to, Sighting into) {
        var first = from;
        while (first < to && (text[first] == ' ' || text[first] == '\t')) {
            first++;
        }
        if (first == to) {
            return LineReading.PASSED_OVER;
        }
        if (text[first] == '#') {
            return header(text, first, to);
        }
        if (!columns.named()) {
            return LineReading.NO_HEADER;
        }
        return columns.cut(text, from, to) ? zeek.read(into) : LineReading.WRONG_COLUMNS;
    }

    private LineReading header(byte[] text, int from, int to) {
        if (startsWith(text, from, to, "#separator ")) {
            var at = from + "#separator ".length();
            if (to - at == 4 && text[at] == '\\' && text[at + 1] == 'x') {
                var code = hex(text[at + 2]) << 4 | hex(text[at + 3]);
                if (code < 0) {
                    return LineReading.NOT_THIS_FORMAT;
                }
                columns.separatedBy((byte) code);
            } else if (to - at == 1) {
                columns.separatedBy(text[at]);
            }
        } else if (startsWith(text, from, to, "#fields")) {
            columns.name(text, Math.min(from + "#fields".length() + 1, to), to);
        }
        return LineReading.PASSED_OVER;
    }

    private static int hex(byte symbol) {
        return Character.digit(symbol, 16);
    }

    private static boolean startsWith(byte[] text, int from, int to, String start) {
        if (to - from < start.length()) {
            return false;
        }
        for (var i = 0; i < start.length(); i++) {
            if (text[from + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
