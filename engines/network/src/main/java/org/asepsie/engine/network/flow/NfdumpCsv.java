package org.asepsie.engine.network.flow;

/// `nfdump -o csv`: one-way records, columns found by name under both sets of names (up to 1.7.2, and the
/// shorter one since). The block behind `Summary` is passed over.
final class NfdumpCsv implements LineParser {
    private static final int START = 0;
    private static final int END = 1;
    private static final int LASTED = 2;
    private static final int SOURCE = 3;
    private static final int TARGET = 4;
    private static final int SOURCE_PORT = 5;
    private static final int TARGET_PORT = 6;
    private static final int PROTOCOL = 7;
    private static final int FLAGS = 8;
    private static final int BYTES = 9;
    private static final String[] LONG_SET = {"ts", "te", "td", "sa", "da", "sp", "dp", "pr", "flg", "ibyt"};
    private static final String[] SHORT_SET = {
        "firstSeen", "lastSeen", "duration", "srcAddr", "dstAddr", "srcPort", "dstPort", "proto", "flags", "bytes"
    };
    private static final String FLAG_LETTERS = "CEUAPRSF";

    private final LogClock clock;
    private Fields fields = new Fields(LONG_SET);
    private Columns columns = new Columns(fields);
    private boolean summary;

    NfdumpCsv(LogClock clock) {
        this.clock = clock;
    }

    @Override
    public LineReading read(byte[] text, int from, int to, Sighting into) {
        if (from == to) {
            return LineReading.PASSED_OVER;
        }
        if (starts(text, from, to, "ts,te,")) {
            return header(LONG_SET, text, from, to);
        }
        if (starts(text, from, to, "firstSeen,")) {
            return header(SHORT_SET, text, from, to);
        }
        summary |= starts(text, from, to, "Summary");
        if (summary || starts(text, from, to, "No matched flows")) {
            return LineReading.PASSED_OVER;
        }
        if (!columns.named()) {
            return LineReading.NO_HEADER;
        }
        return columns.cut(text, from, to) ? record(into) : LineReading.WRONG_COLUMNS;
    }

    private LineReading header(String[] names, byte[] text, int from, int to) {
        fields = new Fields(names);
        columns = new Columns(fields);
        columns.separatedBy((byte) ',');
        columns.name(text, from, to);
        summary = false;
        return LineReading.PASSED_OVER;
    }

    private LineReading record(Sighting into) {
        into.clear();
        if (!fields.address(SOURCE, into.source) || !fields.address(TARGET, into.target)) {
            return LineReading.BAD_ADDRESS;
        }
        into.protocol = Protocols.number(fields.text(), fields.start(PROTOCOL), fields.end(PROTOCOL));
        if (into.protocol < 0) {
            return LineReading.BAD_PROTOCOL;
        }
        if (!ports(into)) {
            return LineReading.BAD_PORT;
        }
        if (!times(into)) {
            return LineReading.BAD_TIME;
        }
        into.bytes = Math.max(0, fields.number(BYTES));
        into.tcpFlags = flags();
        return LineReading.COUNTED;
    }

    /// ICMP stands in the target port as type times 256 plus code, or as `8.0`.
    private boolean ports(Sighting into) {
        var source = fields.number(SOURCE_PORT);
        var target = fields.number(TARGET_PORT);
        var from = fields.start(TARGET_PORT);
        var end = fields.end(TARGET_PORT);
        for (var at = from; at < end; at++) {
            if (fields.text()[at] == '.' && into.isIcmp()) {
                target = (target & 255) << 8 | Numbers.decimal(fields.text(), at + 1, end) & 255;
                break;
            }
        }
        into.sourcePort = into.isIcmp() ? 0 : (int) source;
        into.targetPort = (int) target;
        return source >= 0 && source <= 65_535 && target >= 0 && target <= 65_535;
    }

    private boolean times(Sighting into) {
        var text = fields.text();
        into.start = moment(text, START);
        into.end = fields.has(END) ? moment(text, END) : into.start;
        if (!fields.has(END) && fields.has(LASTED)) {
            into.end += Math.max(0, Numbers.epochSeconds(text, fields.start(LASTED), fields.end(LASTED)));
        }
        return into.start != Numbers.NONE && into.end != Numbers.NONE;
    }

    private long moment(byte[] text, int field) {
        return fields.has(field)
                ? Numbers.civil(text, fields.start(field), fields.end(field), clock.offsetSeconds())
                : Numbers.NONE;
    }

    private int flags() {
        var flags = 0;
        if (fields.has(FLAGS)) {
            for (var at = fields.start(FLAGS); at < fields.end(FLAGS); at++) {
                var bit = FLAG_LETTERS.indexOf(fields.text()[at]);
                flags |= bit < 0 ? 0 : 0x80 >>> bit;
            }
        }
        return flags;
    }

    private static boolean starts(byte[] text, int from, int to, String start) {
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
