package org.asepsie.engine.network.flow;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The kinds of logs that are understood.
public enum FlowFormat {
    ZEEK_TSV,
    ZEEK_JSON,
    NFDUMP_CSV,
    FORTIGATE,
    STORMSHIELD,
    PFSENSE;

    /// Recognises a log by its beginning; empty if no line there looks like one of the known kinds.
    public static Optional<FlowFormat> of(byte[] beginning) {
        return new String(beginning, StandardCharsets.ISO_8859_1)
                .lines()
                .map(FlowFormat::ofLine)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<FlowFormat> ofLine(String line) {
        var text = line.strip();
        if (text.startsWith("#separator") || text.startsWith("#fields")) {
            return Optional.of(ZEEK_TSV);
        }
        if (text.startsWith("{") && text.contains("\"id.orig_h\"")) {
            return Optional.of(ZEEK_JSON);
        }
        if (text.startsWith("ts,te,") || text.startsWith("firstSeen,")) {
            return Optional.of(NFDUMP_CSV);
        }
        if (text.contains("id=firewall ")) {
            return Optional.of(STORMSHIELD);
        }
        if (text.contains("filterlog") && text.contains(",")) {
            return Optional.of(PFSENSE);
        }
        if (text.contains("logid=") && text.contains("type=")) {
            return Optional.of(FORTIGATE);
        }
        return Optional.empty();
    }

    LineParser parser(LogClock clock) {
        return switch (this) {
            case ZEEK_TSV -> new ZeekTsv();
            case ZEEK_JSON -> new ZeekJson();
            case NFDUMP_CSV -> new NfdumpCsv(clock);
            case FORTIGATE -> new FortiGateLog(clock);
            case STORMSHIELD -> new StormshieldLog(clock);
            case PFSENSE -> new PfSenseLog(clock);
        };
    }

    /// Whether a line tells one direction only, so that two of them make a connection.
    boolean oneWay() {
        return this == NFDUMP_CSV;
    }
}
