package org.asepsie.engine.network.flow;

/// Stormshield SNS log lines `l_connection` and `l_filter` (SNS "Description of audit logs"). A filter line
/// tells what the firewall decided and not whether anybody replied: let through there is [Outcome#UNCLEAR].
///
/// A connection that is written in both logs is counted in each: give one of them, or read the counts as
/// upper bounds.
final class StormshieldLog extends FirewallLine {
    private static final int TIME = 0;
    private static final int START_TIME = 1;
    private static final int TZ = 2;
    private static final int ID = 3;
    private static final int LOG_TYPE = 4;
    private static final int ACTION = 5;
    private static final int PROTOCOL = 6;
    private static final int SOURCE = 7;
    private static final int TARGET = 8;
    private static final int SOURCE_PORT = 9;
    private static final int TARGET_PORT = 10;
    private static final int RULE = 11;
    private static final int SLOT_LEVEL = 12;
    private static final int SENT = 13;
    private static final int RECEIVED = 14;
    private static final int DURATION = 15;
    private static final int ICMP_TYPE = 16;
    private static final int ICMP_CODE = 17;

    private final LogClock clock;
    private final byte[] rule = new byte[64];

    StormshieldLog(LogClock clock) {
        super(
                new Fields(
                        "time",
                        "startime",
                        "tz",
                        "id",
                        "logtype",
                        "action",
                        "ipproto",
                        "src",
                        "dst",
                        "srcport",
                        "dstport",
                        "ruleid",
                        "slotlevel",
                        "sent",
                        "rcvd",
                        "duration",
                        "icmptype",
                        "icmpcode"),
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
        if (!fields.is(ID, "firewall")) {
            return LineReading.NOT_THIS_FORMAT;
        }
        return fields.is(LOG_TYPE, "connection") || fields.is(LOG_TYPE, "filter")
                ? LineReading.COUNTED
                : LineReading.PASSED_OVER;
    }

    @Override
    int icmp(Sighting into) {
        return fields.has(ICMP_TYPE)
                ? ((int) fields.number(ICMP_TYPE) & 255) << 8 | (int) Math.max(0, fields.number(ICMP_CODE)) & 255
                : FlowMatrix.Service.UNKNOWN_ICMP;
    }

    @Override
    boolean times(Sighting into) {
        var offset = fields.has(TZ)
                ? Numbers.offset(fields.text(), fields.start(TZ), fields.end(TZ))
                : clock.offsetSeconds();
        if (offset == Integer.MIN_VALUE) {
            return false;
        }
        var begin = fields.has(START_TIME) ? START_TIME : TIME;
        into.start = Numbers.civil(fields.text(), fields.start(begin), fields.end(begin), offset);
        var lasted = fields.has(DURATION)
                ? Numbers.epochSeconds(fields.text(), fields.start(DURATION), fields.end(DURATION))
                : 0;
        into.end = into.start + Math.max(0, lasted);
        return fields.has(begin) && into.start != Numbers.NONE;
    }

    /// `slotlevel/ruleid`: ids are counted anew in the implicit (0), global (1) and local (2) policy.
    @Override
    void rule(Sighting into) {
        var length = 0;
        if (!fields.has(RULE)) {
            return;
        }
        for (var field : new int[] {SLOT_LEVEL, RULE}) {
            var size = fields.has(field) ? fields.end(field) - fields.start(field) : 0;
            if (size > 30 || size == 0) {
                continue;
            }
            System.arraycopy(fields.text(), fields.start(field), rule, length, size);
            length += size;
            if (field == SLOT_LEVEL) {
                rule[length++] = '/';
            }
        }
        into.rule(rule, 0, length);
    }

    @Override
    boolean outcome(Sighting into) {
        if (fields.is(ACTION, "block") || fields.is(ACTION, "reset")) {
            into.outcome = Outcome.REFUSED;
            return true;
        }
        if (fields.is(LOG_TYPE, "connection")) {
            var received = fields.number(RECEIVED);
            into.outcome = received > 0 ? Outcome.ANSWERED : received == 0 ? Outcome.UNANSWERED : Outcome.UNCLEAR;
        }
        return fields.is(ACTION, "pass") || fields.is(ACTION, "deleg") || fields.is(ACTION, "decrypt");
    }
}
