package org.asepsie.engine.directory.ldif;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.asepsie.engine.directory.input.Lines;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.jspecify.annotations.Nullable;

/// The logical lines of an LDIF file: continuations joined, comments left out.
final class LdifLines {
    /// A million members of a group are a million lines; a line of this length is no directory value.
    private static final int LONGEST = 16 << 20;

    private final Lines in;
    private final String name;
    private @Nullable String ahead;
    private int number;

    LdifLines(InputStream in, String name) throws IOException {
        var start = new PushbackInputStream(in, 3);
        this.in = new Lines(start, charset(start), name, LONGEST);
        this.name = name;
        this.ahead = this.in.next();
    }

    /// By the mark at the beginning, which is taken away; UTF-8 where there is none.
    private static Charset charset(PushbackInputStream in) throws IOException {
        var head = in.readNBytes(3);
        if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        var mark = head.length >= 2 ? (head[0] & 0xFF) << 8 | head[1] & 0xFF : 0;
        if (mark == 0xFFFE || mark == 0xFEFF) {
            in.unread(head, 2, head.length - 2);
            return mark == 0xFFFE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        in.unread(head);
        return StandardCharsets.UTF_8;
    }

    /// Where the logical line given last began.
    int number() {
        return number;
    }

    Optional<String> next() throws IOException {
        while (ahead != null && ahead.startsWith("#")) {
            unfolded();
        }
        return ahead == null ? Optional.empty() : Optional.of(unfolded());
    }

    private String unfolded() throws IOException {
        number = in.number();
        var first = ahead == null ? "" : ahead;
        ahead = in.next();
        if (in.unended()) {
            throw new Unreadable(Reason.TRUNCATED, name + ":" + in.number(), "the last line has no end");
        }
        if (first.isEmpty() || ahead == null || !ahead.startsWith(" ")) {
            return first;
        }
        var line = new StringBuilder(first);
        while (ahead != null && ahead.startsWith(" ")) {
            line.append(ahead, 1, ahead.length());
            if (line.length() > LONGEST) {
                throw new Unreadable(
                        Reason.MALFORMED, name + ":" + number, "a value of more than " + LONGEST + " characters");
            }
            ahead = in.next();
            if (in.unended()) {
                throw new Unreadable(Reason.TRUNCATED, name + ":" + in.number(), "the last line has no end");
            }
        }
        return line.toString();
    }
}
