package org.asepsie.engine.network.flow;

/// FortiGate traffic log (FortiOS Log Reference, "Traffic"). The line written when a session starts is passed
/// over, because the one written at its end tells the same with the outcome.
final class FortiGateLog extends FirewallLine {
    private static final int DATE = 0;
    private static final int TIME = 1;
    private static final int EVENT_TIME = 2;
    private static final int TZ = 3;
    private static final int TYPE = 4;
    private static final int SOURCE = 5;
    private static final int TARGET = 6;
    private static final int SOURCE_PORT = 7;
    private static final int TARGET_PORT = 8;
    private static final int PROTOCOL = 9;
    private static final int ACTION = 10;
    private static final int POLICY = 11;
    private static final int SENT = 12;
    private static final int RECEIVED = 13;
    private static final int RECEIVED_PACKETS = 14;
    private static final int DURATION = 15;
    private static final int SERVICE = 16;

    private final LogClock clock;
    private final byte[] moment = new byte[32];

    FortiGateLog(LogClock clock) {
        super(
                new Fields(
                        "date",
                        "time",
                        "eventtime",
                        "tz",
                        "type",
                        "srcip",
                        "dstip",
                        "srcport",
                        "dstport",
                        "proto",
                        "action",
                        "policyid",
                        "sentbyte",
                        "rcvdbyte",
                        "rcvdpkt",
                        "duration",
                        "service"),
                new Shared(
                        ACTION,
                        PROTOCOL,
                        new Endpoints(SOURCE, SOURCE_PORT),
                        new Endpoints(TARGET, TARGET_PORT),
                        SENT,
                        RECEIVED));
        this.clock = clock;
    }

    @Override
    LineReading kind() {
        if (!fields.has(TYPE)) {
            return LineReading.NOT_THIS_FORMAT;
        }
        return !fields.is(TYPE, "traffic") || fields.is(ACTION, "start")
                ? LineReading.PASSED_OVER
                : LineReading.COUNTED;
    }

    @Override
    int icmp(Sighting into) {
        return fields.is(SERVICE, "PING")
                ? (into.protocol == Protocols.ICMP ? 8 : 128) << 8
                : FlowMatrix.Service.UNKNOWN_ICMP;
    }

    @Override
    void rule(Sighting into) {
        if (fields.has(POLICY)) {
            into.rule(fields.text(), fields.start(POLICY), fields.end(POLICY));
        }
    }

    /// `eventtime` counts nanoseconds since 6.2 and seconds before; the line is written when the session
    /// ends.
    @Override
    boolean times(Sighting into) {
        var stamp = fields.has(EVENT_TIME)
                ? Numbers.wide(fields.text(), fields.start(EVENT_TIME), fields.end(EVENT_TIME))
                : Numbers.NONE;
        if (stamp > 0) {
            while (stamp < 1_000_000_000_000_000L) {
                stamp *= 1_000;
            }
            into.end = stamp >= 1_000_000_000_000_000_000L ? stamp / 1_000 : stamp;
        } else {
            into.end = dateAndTime();
        }
        into.start =
                into.end == Numbers.NONE ? Numbers.NONE : into.end - Math.max(0, fields.number(DURATION)) * 1_000_000;
        return into.end != Numbers.NONE;
    }

    private long dateAndTime() {
        var date = fields.end(DATE) - fields.start(DATE);
        var time = fields.end(TIME) - fields.start(TIME);
        if (!fields.has(DATE) || !fields.has(TIME) || date + time + 1 > moment.length) {
            return Numbers.NONE;
        }
        System.arraycopy(fields.text(), fields.start(DATE), moment, 0, date);
        moment[date] = ' ';
        System.arraycopy(fields.text(), fields.start(TIME), moment, date + 1, time);
        var offset = fields.has(TZ)
                ? Numbers.offset(fields.text(), fields.start(TZ), fields.end(TZ))
                : clock.offsetSeconds();
        return offset == Integer.MIN_VALUE ? Numbers.NONE : Numbers.civil(moment, 0, date + 1 + time, offset);
    }

    @Override
    boolean outcome(Sighting into) {
        if (fields.is(ACTION, "deny") || fields.is(ACTION, "blocked")) {
            into.outcome = Outcome.REFUSED;
        } else if (fields.is(ACTION, "server-rst")) {
            into.outcome = fields.number(RECEIVED_PACKETS) == 1 ? Outcome.REFUSED : Outcome.ANSWERED;
        } else if (fields.is(ACTION, "close") || fields.is(ACTION, "client-rst")) {
            into.outcome = Outcome.ANSWERED;
        } else if (fields.is(ACTION, "ip-conn")) {
            into.outcome = Outcome.UNANSWERED;
        } else if (fields.is(ACTION, "accept") || fields.is(ACTION, "timeout") || fields.is(ACTION, "dns")) {
            into.outcome = received();
        } else {
            return false;
        }
        return true;
    }

    private Outcome received() {
        var received = Math.max(fields.number(RECEIVED), fields.number(RECEIVED_PACKETS));
        return received > 0 ? Outcome.ANSWERED : received == 0 ? Outcome.UNANSWERED : Outcome.UNCLEAR;
    }
}
