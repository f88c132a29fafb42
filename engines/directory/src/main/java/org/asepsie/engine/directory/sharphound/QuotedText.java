package org.asepsie.engine.directory.sharphound;

import java.nio.charset.StandardCharsets;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;

/// A text between quotation marks: found eight bytes at a time, decoded only when asked for.
final class QuotedText {
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';
    private static final int UNICODE_DIGITS = 4;

    private final Window window;
    private int from;
    private int to;
    private boolean plain;

    QuotedText(Window window) {
        this.window = window;
    }

    /// Reads to the closing quotation mark and over it; the opening one is behind us.
    void read() {
        window.mark();
        plain = true;
        while (true) {
            var it = plainEnd();
            if (it == '"') {
                break;
            }
            plain = false;
            if (it == '\\') {
                window.at++;
                escape(window.peek());
            } else if (it < 0) {
                wide(it);
            } else {
                throw window.refused(Reason.MALFORMED, "a control character inside a text");
            }
        }
        to = window.at++;
        from = window.marked();
    }

    /// Moves to the next byte that is not plain, and tells it: a quotation mark, a backslash, a control character, or
    /// a part of a character beyond ASCII.
    private int plainEnd() {
        while (true) {
            var at = window.at;
            var end = window.end;
            while (at < end) {
                var word = window.word(at);
                var quote = word ^ QUOTES;
                var backslash = word ^ BACKSLASHES;
                var odd = (quote - ONES & ~quote | backslash - ONES & ~backslash | word - SPACES & ~word | word) & HIGH;
                if (odd != 0) {
                    at += Long.numberOfTrailingZeros(odd) >>> 3;
                    break;
                }
                at += Long.BYTES;
            }
            window.at = Math.min(at, end);
            if (at < end) {
                return window.bytes[at];
            }
            window.peek();
        }
    }

    private void escape(int met) {
        switch (met) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> window.at++;
            case 'u' -> {
                window.at++;
                for (var digit = 0; digit < UNICODE_DIGITS; digit++) {
                    if (Character.digit(window.peek(), 16) < 0) {
                        throw window.refused(Reason.MALFORMED, "\\u without four hexadecimal digits");
                    }
                    window.at++;
                }
            }
            default -> throw window.refused(Reason.MALFORMED, "a backslash before nothing known");
        }
    }

    private void wide(int begin) {
        var following = following(begin);
        if (following < 0) {
            throw notUtf8();
        }
        window.at++;
        for (var it = 0; it < following; it++) {
            if ((window.peek() & 0xC0) != 0x80) {
                throw notUtf8();
            }
            window.at++;
        }
    }

    /// How many bytes follow the first of a character, -1 for one that begins none.
    private static int following(int begin) {
        if ((begin & 0xE0) == 0xC0) {
            return 1;
        }
        if ((begin & 0xF0) == 0xE0) {
            return 2;
        }
        return (begin & 0xF8) == 0xF0 ? 3 : -1;
    }

    private Unreadable notUtf8() {
        return window.refused(Reason.WRONG_ENCODING, "not UTF-8");
    }

    /// Whether the bytes are the text: ASCII without escapes.
    boolean plain() {
        return plain;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    String text() {
        return plain ? new String(window.bytes, from, to - from, StandardCharsets.ISO_8859_1) : decoded(window.bytes);
    }

    private String decoded(byte[] bytes) {
        var text = new StringBuilder(to - from);
        for (var it = from; it < to; it++) {
            var met = bytes[it];
            if (met == '\\') {
                it++;
                if (bytes[it] == 'u') {
                    text.append((char) hexadecimal(bytes, it + 1));
                    it += UNICODE_DIGITS;
                } else {
                    text.append(escaped(bytes[it]));
                }
            } else if (met >= 0) {
                text.append((char) met);
            } else {
                var following = following(met);
                text.appendCodePoint(codePoint(bytes, it, following));
                it += following;
            }
        }
        return text.toString();
    }

    private static int hexadecimal(byte[] bytes, int from) {
        var value = 0;
        for (var it = from; it < from + UNICODE_DIGITS; it++) {
            value = value << 4 | Character.digit(bytes[it], 16);
        }
        return value;
    }

    private static char escaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) letter; // a quotation mark, a slash or a backslash
        };
    }

    /// A number beyond the last character there is becomes the sign for "unknown".
    private static int codePoint(byte[] bytes, int from, int following) {
        var value = bytes[from] & 0x3F >> following;
        for (var it = from + 1; it <= from + following; it++) {
            value = value << 6 | bytes[it] & 0x3F;
        }
        return Character.isValidCodePoint(value) ? value : '\uFFFD';
    }
}
