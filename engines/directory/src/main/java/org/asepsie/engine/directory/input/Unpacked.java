package org.asepsie.engine.directory.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What comes out of a compressed file, up to a bound: a collection shrinks 10 to 60 times, a zip bomb a thousand.
public final class Unpacked extends FilterInputStream {
    private final Allowance allowance;
    private final String where;

    /// @param allowance of the whole archive: parts of a bomb may share the same compressed bytes
    public Unpacked(InputStream in, String where, Allowance allowance) {
        super(in);
        this.where = where;
        this.allowance = allowance;
    }

    /// How much may come out of one archive, all its parts together and each time one is read.
    public static final class Allowance {
        /// Below this many bytes any ratio is harmless.
        static final long HARMLESS = 64L << 20;

        static final long LARGEST_RATIO = 250;

        private final long most;
        private long count;

        /// @param packed the size of the archive
        public Allowance(long packed) {
            this.most = Math.max(HARMLESS, packed * LARGEST_RATIO);
        }

        private void count(int read, String where) {
            count += read;
            if (count > most) {
                throw new Unreadable(Unreadable.Reason.ZIP_BOMB, where, "more than " + most + " bytes");
            }
        }
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        allowance.count(read < 0 ? 0 : 1, where);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        allowance.count(Math.max(0, read), where);
        return read;
    }
}
