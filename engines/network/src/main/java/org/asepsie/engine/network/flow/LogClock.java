package org.asepsie.engine.network.flow;

import java.time.ZoneOffset;

/// How to read moments from logs that leave something out: the offset from UTC where a log names none (nfdump
/// writes local time), the year for the old syslog form (`Jan  5 12:34:56`).
public record LogClock(ZoneOffset offset, int year) {
    public LogClock {
        if (year < 1970 || year > 9999) {
            throw new IllegalArgumentException("not the year of a log: " + year);
        }
    }

    int offsetSeconds() {
        return offset.getTotalSeconds();
    }
}
