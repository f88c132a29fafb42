package org.asepsie.engine.directory.sharphound;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;

/// The stretch of a file that is in memory: it slides over the file, and grows only for a text that does not fit in.
final class Window {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SIZE = 1 << 16;
    private static final int LARGEST = 128 << 20;
    /// Room behind the last byte, so that eight bytes can be looked at from anywhere.
    private static final int SLACK = 8;

    private static final int NONE = -1;

    private final InputStream in;
    private final String where;

    byte[] bytes = new byte[SIZE + SLACK];
    /// The next byte to be read.
    int at;
    /// Behind the last byte there is.
    int end;

    /// What lies from here on stays in memory.
    private int mark = NONE;
    /// The place in the file of the first byte in memory.
    private long base;
    private long line = 1;
    private long lineStart;

    Window(InputStream in, String where) {
        this.in = in;
        this.where = where;
    }

    void mark() {
        mark = at;
    }

    /// The place of the mark, which is given up.
    int marked() {
        var marked = mark;
        mark = NONE;
        return marked;
    }

    long position() {
        return base + at;
    }

    /// Eight bytes, the first the lowest.
    long word(int from) {
        return (long) WORD.get(bytes, from);
    }

    /// Reads on; what is kept moves to the front, so that places change. False at the end of the file.
    boolean load() {
        var from = mark == NONE ? at : mark;
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, end - from);
            base += from;
            at -= from;
            end -= from;
            mark = mark == NONE ? NONE : 0;
        }
        if (end == bytes.length - SLACK) {
            if (end >= LARGEST) {
                throw refused(Reason.MALFORMED, "a text of more than " + LARGEST + " bytes");
            }
            bytes = Arrays.copyOf(bytes, end * 2 + SLACK);
        }
        var read = readSome();
        end += Math.max(0, read);
        return read > 0;
    }

    private int readSome() {
        try {
            return in.read(bytes, end, bytes.length - SLACK - end);
        } catch (EOFException | ZipException broken) {
            throw new Unreadable(Reason.TRUNCATED, place(), broken);
        } catch (CharConversionException | CharacterCodingException encoding) {
            throw new Unreadable(Reason.WRONG_ENCODING, place(), encoding);
        } catch (IOException broken) {
            throw new Unreadable(Reason.UNOPENED, place(), broken);
        }
    }

    /// Tries to have that many bytes in memory; near the end of the file there may be fewer.
    void atLeast(int count) {
        var more = true;
        while (more && end - at < count) {
            more = load();
        }
    }

    /// The next byte, which stays the next.
    ///
    /// @throws Unreadable at the end of the file
    int peek() {
        if (at == end && !load()) {
            throw refused(Reason.TRUNCATED, "the file ends here");
        }
        return bytes[at];
    }

    /// The next byte that is no space, which stays the next.
    int peekBeyondSpace() {
        while (true) {
            var it = peek();
            if (it == '\n') {
                line++;
                lineStart = position() + 1;
            } else if (it != ' ' && it != '\t' && it != '\r') {
                return it;
            }
            at++;
        }
    }

    Unreadable refused(Reason reason, String detail) {
        return new Unreadable(reason, place(), detail);
    }

    private String place() {
        return where + ":" + line + ":" + (position() - lineStart + 1);
    }
}
