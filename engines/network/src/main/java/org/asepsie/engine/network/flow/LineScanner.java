package org.asepsie.engine.network.flow;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Cuts a stream into lines inside one reused buffer: `text()[from(), to())`, without the line end, until the
/// next call.
///
/// Memory does not depend on the input: a line longer than the buffer is passed over and reported as too
/// long.
final class LineScanner {
    /// Longest line taken; the longest real ones (JSON with every field) stay below 10 KiB.
    static final int LONGEST = 1 << 18;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;
    private static final long LINE_FEEDS = 0x0a0a_0a0a_0a0a_0a0aL;

    private final InputStream in;
    /// Eight bytes more than are ever filled, so that words may be read across the end.
    private final byte[] text = new byte[LONGEST + Long.BYTES];

    private int filled;
    private int next;
    private int from;
    private int to;
    private long number;
    private boolean ended;
    private boolean tooLong;

    LineScanner(InputStream in) {
        this.in = in;
    }

    byte[] text() {
        return text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// The number of the current line, from 1.
    long number() {
        return number;
    }

    /// The current line did not fit; its text is not to be used.
    boolean tooLong() {
        return tooLong;
    }

    boolean next() throws IOException {
        tooLong = false;
        from = next;
        var searched = next;
        while (true) {
            var end = lineFeed(searched);
            if (end >= 0) {
                return line(end, end + 1);
            }
            searched = filled;
            if (ended) {
                return filled > from && line(filled, filled);
            }
            if (from > 0) {
                System.arraycopy(text, from, text, 0, filled - from);
                filled -= from;
                searched -= from;
                from = 0;
            }
            if (filled == LONGEST) {
                tooLong = true;
                filled = 0;
                searched = 0;
            }
            fill();
        }
    }

    private boolean line(int end, int following) {
        next = following;
        to = end > from && text[end - 1] == '\r' ? end - 1 : end;
        number++;
        return true;
    }

    private void fill() throws IOException {
        var read = in.read(text, filled, LONGEST - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
    }

    /// Eight bytes at a time: a byte of `x` is zero exactly where the text has a line feed.
    private int lineFeed(int start) {
        for (var at = start; at < filled; at += Long.BYTES) {
            var x = (long) WORDS.get(text, at) ^ LINE_FEEDS;
            var hits = ~((x & LOW_BITS) + LOW_BITS | x | LOW_BITS);
            if (hits != 0) {
                var found = at + (Long.numberOfTrailingZeros(hits) >>> 3);
                return found < filled ? found : -1;
            }
        }
        return -1;
    }
}
