package org.asepsie.engine.network.flow;

import java.util.Arrays;

/// `filterlog` of pfSense and OPNsense (Netgate documentation, "Raw Filter Log Format"), in syslog lines old
/// and new. The log tells what the firewall decided and not whether anybody replied: let through is
/// [Outcome#UNCLEAR].
///
/// Passed over: what leaves the firewall (it was logged when it came in), and TCP packets that open nothing
/// (late ones of connections the firewall has forgotten, which it blocks by the thousand).
final class PfSenseLog implements LineParser {
    private static final int MOST_COLUMNS = 32;
    private static final byte[] MARK = {'f', 'i', 'l', 't', 'e', 'r', 'l', 'o', 'g'};

    private final LogClock clock;
    private final int[] starts = new int[MOST_COLUMNS + 1];
    private int columns;

    PfSenseLog(LogClock clock) {
        this.clock = clock;
    }

    @Override
    public LineReading read(byte[] text, int from, int to, Sighting into) {
        var mark = mark(text, from, to);
        if (mark < 0) {
            return LineReading.PASSED_OVER;
        }
        cut(text, mark, to);
        if (columns < 10) {
            return LineReading.CUT_SHORT;
        }
        var six = is(text, 8, "6");
        if (!six && !is(text, 8, "4")) {
            return LineReading.NOT_THIS_FORMAT;
        }
        var source = six ? 15 : 18;
        if (columns < source + 2) {
            return LineReading.CUT_SHORT;
        }
        into.clear();
        into.protocol = Protocols.number(text, starts[six ? 13 : 15], end(six ? 13 : 15));
        if (into.protocol < 0) {
            return LineReading.BAD_PROTOCOL;
        }
        if (!into.source.read(text, starts[source], end(source))
                || !into.target.read(text, starts[source + 1], end(source + 1))) {
            return LineReading.BAD_ADDRESS;
        }
        into.start = moment(text, from, mark);
        into.end = into.start;
        if (into.start == Numbers.NONE) {
            return LineReading.BAD_TIME;
        }
        into.rule(text, starts[3], end(3));
        var ports = ports(text, source + 2, into);
        return ports == LineReading.COUNTED ? outcome(text, into) : ports;
    }

    private LineReading ports(byte[] text, int column, Sighting into) {
        if (into.isIcmp()) {
            var echo = column < columns && is(text, column, "request");
            into.targetPort = echo ? (into.protocol == Protocols.ICMP ? 8 : 128) << 8 : FlowMatrix.Service.UNKNOWN_ICMP;
            return LineReading.COUNTED;
        }
        if (into.protocol != Protocols.TCP && into.protocol != Protocols.UDP) {
            return LineReading.COUNTED;
        }
        if (columns < column + 2) {
            return LineReading.CUT_SHORT;
        }
        var source = Numbers.decimal(text, starts[column], end(column));
        var target = Numbers.decimal(text, starts[column + 1], end(column + 1));
        if (source < 0 || source > 65_535 || target < 0 || target > 65_535) {
            return LineReading.BAD_PORT;
        }
        into.sourcePort = (int) source;
        into.targetPort = (int) target;
        var flags = column + 3;
        var late = into.protocol == Protocols.TCP
                && flags < columns
                && !is(text, flags, "S")
                && end(flags) > starts[flags];
        return late ? LineReading.PASSED_OVER : LineReading.COUNTED;
    }

    private LineReading outcome(byte[] text, Sighting into) {
        if (is(text, 6, "block") || is(text, 6, "reject")) {
            into.outcome = Outcome.REFUSED;
            return LineReading.COUNTED;
        }
        if (!is(text, 6, "pass")) {
            return is(text, 6, "nat") || is(text, 6, "rdr") || is(text, 6, "binat")
                    ? LineReading.PASSED_OVER
                    : LineReading.BAD_STATE;
        }
        into.outcome = Outcome.UNCLEAR;
        return is(text, 7, "out") ? LineReading.PASSED_OVER : LineReading.COUNTED;
    }

    /// Behind the optional priority and version: ISO 8601, or month, day and time.
    private long moment(byte[] text, int from, int to) {
        var at = from;
        if (at < to && text[at] == '<') {
            while (at < to && text[at] != '>') {
                at++;
            }
            at++;
        }
        if (at + 1 < to && text[at] == '1' && text[at + 1] == ' ') {
            at += 2;
        }
        if (at < to && text[at] >= '0' && text[at] <= '9') {
            var end = at;
            while (end < to && text[end] != ' ') {
                end++;
            }
            return Numbers.civil(text, at, end, clock.offsetSeconds());
        }
        return Numbers.syslog(text, at, to, clock.year(), clock.offsetSeconds());
    }

    private static int mark(byte[] text, int from, int to) {
        for (var at = from; at + MARK.length <= to; at++) {
            if (text[at] == 'f' && Arrays.equals(text, at, at + MARK.length, MARK, 0, MARK.length)) {
                return at;
            }
        }
        return -1;
    }

    /// The list starts behind the last blank before its first comma, whatever the syslog form.
    private void cut(byte[] text, int from, int to) {
        columns = 0;
        var start = from;
        for (var at = from; at < to && columns < MOST_COLUMNS; at++) {
            if (text[at] == ',') {
                starts[columns++] = start;
                start = at + 1;
            } else if (text[at] == ' ' && columns == 0) {
                start = at + 1;
            }
        }
        if (columns < MOST_COLUMNS) {
            starts[columns++] = start;
            starts[columns] = to + 1;
        } else {
            starts[columns] = start;
        }
    }

    private int end(int column) {
        return starts[column + 1] - 1;
    }

    private boolean is(byte[] text, int column, String value) {
        if (end(column) - starts[column] != value.length()) {
            return false;
        }
        for (var i = 0; i < value.length(); i++) {
            if (text[starts[column] + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
