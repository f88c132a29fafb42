package org.asepsie.app.network;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/// Tells about once a second how many bytes were read.
final class CountedStream extends FilterInputStream {
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);

    private final Clock clock;
    private final LongConsumer told;
    private Instant last;
    private long read;

    CountedStream(InputStream in, Clock clock, LongConsumer told) {
        super(in);
        this.clock = clock;
        this.told = told;
        last = clock.instant();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int more) {
        read += more;
        var now = clock.instant();
        if (last.plus(BETWEEN_SIGNS).isBefore(now)) {
            last = now;
            told.accept(read);
        }
    }
}
