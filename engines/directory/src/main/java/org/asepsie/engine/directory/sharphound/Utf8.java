package org.asepsie.engine.directory.sharphound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A file of JSON as UTF-8. Files in UTF-16 or UTF-32, with a mark or without, are what some editors make of one: JSON
/// begins with an ASCII character, so the zeros among the first four bytes tell (as RFC 4627, section 3, has it).
final class Utf8 {
    private static final int HEAD = 4;

    private Utf8() {}

    static InputStream of(InputStream in) throws IOException {
        var head = in.readNBytes(HEAD);
        var whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
        var other = encoding(head);
        if (other.isPresent()) {
            return new Converted(whole, other.get());
        }
        if (head.length > 2 && u(head, 0) == 0xEF && u(head, 1) == 0xBB && u(head, 2) == 0xBF) {
            whole.skipNBytes(3);
        }
        return whole;
    }

    private static Optional<Charset> encoding(byte[] head) {
        if (head.length < HEAD) {
            return Optional.empty();
        }
        if (u(head, 0) + u(head, 1) == 0
                && (u(head, 2) == 0xFE && u(head, 3) == 0xFF || u(head, 2) == 0 && u(head, 3) > 0)) {
            return Optional.of(StandardCharsets.UTF_32BE);
        }
        if (u(head, 2) + u(head, 3) == 0
                && (u(head, 0) == 0xFF && u(head, 1) == 0xFE || u(head, 0) > 0 && u(head, 1) == 0)) {
            return Optional.of(StandardCharsets.UTF_32LE);
        }
        if (u(head, 0) == 0xFE && u(head, 1) == 0xFF || u(head, 0) == 0 && u(head, 1) > 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (u(head, 0) == 0xFF && u(head, 1) == 0xFE || u(head, 0) > 0 && u(head, 1) == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static int u(byte[] head, int at) {
        return head[at] & 0xFF;
    }

    /// Read in one encoding, given on in UTF-8.
    private static final class Converted extends InputStream {
        private static final int CHARACTERS = 1 << 13;

        private final Reader reader;
        private final CharBuffer characters = CharBuffer.allocate(CHARACTERS);
        private byte[] ready = new byte[0];
        private int at;
        private boolean begun;

        Converted(InputStream in, Charset charset) {
            this.reader = new InputStreamReader(
                    in,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }

        @Override
        public int read() throws IOException {
            return filled() ? ready[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (!filled()) {
                return -1;
            }
            var count = Math.min(length, ready.length - at);
            System.arraycopy(ready, at, buffer, offset, count);
            at += count;
            return count;
        }

        private boolean filled() throws IOException {
            while (at == ready.length) {
                characters.clear();
                if (reader.read(characters) < 0) {
                    return false;
                }
                characters.flip();
                var last = characters.get(characters.limit() - 1);
                var second = Character.isHighSurrogate(last) ? reader.read() : -1;
                var text = characters + (second < 0 ? "" : String.valueOf((char) second));
                ready = (begun ? text : text.replaceFirst("^\uFEFF", "")).getBytes(StandardCharsets.UTF_8);
                begun = true;
                at = 0;
            }
            return true;
        }
    }
}
