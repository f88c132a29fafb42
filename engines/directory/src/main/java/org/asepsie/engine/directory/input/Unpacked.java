package org.asepsie.engine.directory.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What comes out of a compressed file, up to a bound: a collection shrinks 10 to 60 times, a zip bomb a thousand.
public final class Unpacked extends FilterInputStream {
    /// Below this many bytes any ratio is harmless.
    static final long HARMLESS = 64L << 20;

    static final long LARGEST_RATIO = 250;

    private final String where;
    private final long most;
    private long count;

    /// @param packed the size of the compressed bytes, or of the whole archive where it is unknown
    public Unpacked(InputStream in, String where, long packed) {
        super(in);
        this.where = where;
        this.most = Math.max(HARMLESS, packed * LARGEST_RATIO);
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        count += read;
        if (count > most) {
            throw new Unreadable(Unreadable.Reason.ZIP_BOMB, where, "more than " + most + " bytes");
        }
    }
}
