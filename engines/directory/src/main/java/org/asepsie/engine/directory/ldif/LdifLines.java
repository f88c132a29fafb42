package org.asepsie.engine.directory.ldif;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.jspecify.annotations.Nullable;

/// The logical lines of an LDIF file: continuations joined, comments left out.
final class LdifLines {
    /// A million members of a group are a million lines; a line of this length is no directory value.
    private static final int LONGEST = 64 << 20;

    private final BufferedReader in;
    private final String name;
    private @Nullable String ahead;
    private int read;
    private int number;

    LdifLines(InputStream in, String name) throws IOException {
        var start = new PushbackInputStream(in, 3);
        this.in = new BufferedReader(
                new InputStreamReader(start, charset(start).newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        this.name = name;
        this.ahead = physical();
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
        number = read;
        var first = ahead == null ? "" : ahead;
        ahead = physical();
        if (first.isEmpty() || ahead == null || !ahead.startsWith(" ")) {
            return first;
        }
        var line = new StringBuilder(first);
        while (ahead != null && ahead.startsWith(" ")) {
            line.append(ahead, 1, ahead.length());
            if (line.length() > LONGEST) {
                throw new Unreadable(Reason.MALFORMED, name + ":" + number, "a value beyond 64 MiB");
            }
            ahead = physical();
        }
        return line.toString();
    }

    private @Nullable String physical() throws IOException {
        read++;
        try {
            return in.readLine();
        } catch (CharacterCodingException wrong) {
            throw new Unreadable(Reason.WRONG_ENCODING, name + ":" + read, wrong);
        }
    }
}
