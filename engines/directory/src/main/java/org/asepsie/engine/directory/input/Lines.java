package org.asepsie.engine.directory.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.jspecify.annotations.Nullable;

/// The lines of a text, one at a time, none longer than a bound: a file without a line break must not fill the
/// memory.
/// A line ends in `\n`, `\r\n` or `\r`.
public final class Lines implements Closeable {
    private final Reader in;
    private final String name;
    private final int longest;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int end;
    private boolean afterReturn;
    private int number;
    private boolean unended;

    /// @param longest in characters; a longer line is refused
    public Lines(InputStream in, Charset charset, String name, int longest) {
        this.in = new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
        this.name = name;
        this.longest = longest;
    }

    /// How many lines were begun so far.
    public int number() {
        return number;
    }

    /// Whether the last line lacked its end, as in a file that was cut short.
    public boolean unended() {
        return unended;
    }

    /// The next line without its end; null after the last.
    ///
    /// @throws Unreadable for bytes that are no text in this encoding, or a line beyond the bound
    public @Nullable String next() throws IOException {
        number++;
        StringBuilder begun = null;
        while (true) {
            if (at == end && !filled()) {
                unended |= begun != null;
                return begun == null ? null : begun.toString();
            }
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            var from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (at < end) {
                afterReturn = buffer[at++] == '\r';
                var length = at - 1 - from;
                return begun == null
                        ? new String(buffer, from, length)
                        : begun.append(buffer, from, length).toString();
            }
            begun = begun == null ? new StringBuilder(2 * (end - from)) : begun;
            begun.append(buffer, from, end - from);
            if (begun.length() > longest) {
                throw new Unreadable(Reason.MALFORMED, where(), "a line of more than " + longest + " characters");
            }
        }
    }

    private boolean filled() throws IOException {
        try {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
            return end > 0;
        } catch (CharacterCodingException wrong) {
            throw new Unreadable(Reason.WRONG_ENCODING, where(), wrong);
        }
    }

    private String where() {
        return name + ":" + number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
