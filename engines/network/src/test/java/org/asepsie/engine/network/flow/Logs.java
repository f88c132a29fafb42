package org.asepsie.engine.network.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/// Reads logs given as text.
final class Logs {
    static final LogClock CLOCK = new LogClock(ZoneOffset.UTC, 2026);

    private Logs() {}

    record Read(FlowLog log, FlowMatrix matrix) {}

    static Read read(ZoneTable zones, String text) {
        return read(zones, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Read read(ZoneTable zones, byte[] bytes) {
        var reader = new FlowReader(zones, CLOCK);
        try {
            var log = reader.read("test.log", new ByteArrayInputStream(bytes));
            return new Read(log, reader.matrix());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
