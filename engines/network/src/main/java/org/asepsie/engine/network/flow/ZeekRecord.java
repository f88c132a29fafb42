package org.asepsie.engine.network.flow;

/// The fields of one Zeek connection, whichever way they were written, made into a sighting.
/// States: docs.zeek.org, base/protocols/conn/main.zeek, `conn_state`.
final class ZeekRecord {
    private static final int TS = 0;
    private static final int ORIG_H = 1;
    private static final int ORIG_P = 2;
    private static final int RESP_H = 3;
    private static final int RESP_P = 4;
    private static final int PROTO = 5;
    private static final int DURATION = 6;
    private static final int ORIG_BYTES = 7;
    private static final int RESP_BYTES = 8;
    private static final int STATE = 9;
    private static final int ORIG_PKTS = 10;
    private static final int RESP_PKTS = 11;
    private static final int IP_PROTO = 12;

    final Fields fields = new Fields(
            "ts",
            "id.orig_h",
            "id.orig_p",
            "id.resp_h",
            "id.resp_p",
            "proto",
            "duration",
            "orig_bytes",
            "resp_bytes",
            "conn_state",
            "orig_pkts",
            "resp_pkts",
            "ip_proto");

    LineReading read(Sighting into) {
        into.clear();
        if (!fields.has(ORIG_H) || !fields.has(RESP_H) || !fields.has(PROTO)) {
            return LineReading.MISSING_FIELD;
        }
        if (!fields.address(ORIG_H, into.source) || !fields.address(RESP_H, into.target)) {
            return LineReading.BAD_ADDRESS;
        }
        if (!protocol(into)) {
            return LineReading.BAD_PROTOCOL;
        }
        if (!ports(into)) {
            return LineReading.BAD_PORT;
        }
        if (!times(into)) {
            return LineReading.BAD_TIME;
        }
        into.bytes = Math.max(0, fields.number(ORIG_BYTES)) + Math.max(0, fields.number(RESP_BYTES));
        return outcome(into) ? LineReading.COUNTED : LineReading.BAD_STATE;
    }

    /// Zeek says `icmp` for both families, and `unknown_transport` for whatever it does not follow.
    private boolean protocol(Sighting into) {
        if (fields.is(PROTO, "unknown_transport")) {
            into.protocol = Math.clamp(fields.number(IP_PROTO), 0, 255);
            return true;
        }
        var number = Protocols.number(fields.text(), fields.start(PROTO), fields.end(PROTO));
        into.protocol = number == Protocols.ICMP && !into.source.isIpv4() ? Protocols.ICMPV6 : number;
        return number >= 0;
    }

    private boolean ports(Sighting into) {
        var source = fields.number(ORIG_P);
        var target = fields.number(RESP_P);
        if (source < 0 || source > 65_535 || target < 0 || target > 65_535) {
            return false;
        }
        into.sourcePort = into.isIcmp() ? 0 : (int) source;
        into.targetPort = into.isIcmp() ? ((int) source & 255) << 8 | (int) target & 255 : (int) target;
        return true;
    }

    /// Seconds as a number, or ISO 8601 where the site chose `JSON::TS_ISO8601`.
    private boolean times(Sighting into) {
        if (!fields.has(TS)) {
            return false;
        }
        var from = fields.start(TS);
        var to = fields.end(TS);
        into.start = Numbers.epochSeconds(fields.text(), from, to);
        if (into.start == Numbers.NONE) {
            into.start = Numbers.civil(fields.text(), from, to, 0);
        }
        var lasted = fields.has(DURATION)
                ? Numbers.epochSeconds(fields.text(), fields.start(DURATION), fields.end(DURATION))
                : Numbers.NONE;
        into.end = into.start + Math.max(0, lasted);
        return into.start != Numbers.NONE;
    }

    private boolean outcome(Sighting into) {
        if (!fields.has(STATE) || fields.is(STATE, "-")) {
            into.outcome = byPackets(into);
            return true;
        }
        var from = fields.start(STATE);
        var length = fields.end(STATE) - from;
        var code = 0L;
        for (var i = 0; i < length && i < 8; i++) {
            code = code << 8 | fields.text()[from + i] & 0xff;
        }
        if (code == SF || code == S1 || code == S2 || code == S3 || code == RSTO || code == RSTR) {
            into.outcome = Outcome.ANSWERED;
        } else if (code == REJ) {
            into.outcome = Outcome.REFUSED;
        } else if (code == S0 || code == RSTOS0 || code == SH) {
            into.outcome = Outcome.UNANSWERED;
        } else if (code == OTH) {
            into.outcome = byPackets(into);
        } else if (code == RSTRH || code == SHR) {
            into.outcome = Outcome.UNCLEAR;
        } else {
            return false;
        }
        return true;
    }

    /// Begun before the sensor looked, or without states (ICMP): packets both ways are an answer.
    private Outcome byPackets(Sighting into) {
        var sent = fields.number(ORIG_PKTS);
        var received = fields.number(RESP_PKTS);
        if (sent > 0 && received > 0) {
            return Outcome.ANSWERED;
        }
        return into.protocol != Protocols.TCP && received == 0 ? Outcome.UNANSWERED : Outcome.UNCLEAR;
    }

    private static final long SF = code("SF");
    private static final long S0 = code("S0");
    private static final long S1 = code("S1");
    private static final long S2 = code("S2");
    private static final long S3 = code("S3");
    private static final long REJ = code("REJ");
    private static final long RSTO = code("RSTO");
    private static final long RSTR = code("RSTR");
    private static final long RSTOS0 = code("RSTOS0");
    private static final long RSTRH = code("RSTRH");
    private static final long SH = code("SH");
    private static final long SHR = code("SHR");
    private static final long OTH = code("OTH");

    private static long code(String state) {
        return state.chars().asLongStream().reduce(0, (sum, symbol) -> sum << 8 | symbol);
    }
}
