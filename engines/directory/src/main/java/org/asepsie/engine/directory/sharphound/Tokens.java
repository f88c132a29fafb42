package org.asepsie.engine.directory.sharphound;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.jspecify.annotations.Nullable;

/// JSON (RFC 8259) in UTF-8, one token after the other. Whoever reads asks for names inside objects and for values
/// elsewhere; a text becomes a `String` only when it is asked for.
///
/// Own code because it is what bounds the time an examination takes: a general tokeniser read half as much a second.
final class Tokens {
    private static final int DEEPEST = 1_000;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_SURE = 18;

    enum Token {
        OBJECT,
        END_OBJECT,
        ARRAY,
        END_ARRAY,
        TEXT,
        WHOLE,
        FRACTION,
        TRUE,
        FALSE,
        NULL
    }

    private final Window window;
    private final QuotedText quoted;
    private final Names names = new Names();
    private final BitSet objects = new BitSet();
    private int depth;
    /// Whether nothing of the innermost object or array was read yet.
    private boolean first;

    private boolean valueIsNext;
    private Token current = Token.NULL;
    private int from;
    private int to;

    Tokens(Window window) {
        this.window = window;
        this.quoted = new QuotedText(window);
    }

    Window window() {
        return window;
    }

    Token current() {
        return current;
    }

    /// The next name of the innermost object in lower case, for its case changes from version to version; null where
    /// the object ends. Its value is next.
    @Nullable
    String nextName() {
        var it = window.peekBeyondSpace();
        if (it == '}') {
            close(Token.END_OBJECT);
            return null;
        }
        if (!first) {
            expect(it, ',');
            it = window.peekBeyondSpace();
        }
        first = false;
        expect(it, '"');
        quoted.read();
        var name = quoted.plain() ? names.lower(window.bytes, quoted.from(), quoted.to()) : Names.lower(quoted.text());
        expect(window.peekBeyondSpace(), ':');
        valueIsNext = true;
        return name;
    }

    /// The next value: that of the name just read, or the next one of an array, or the end of the array.
    Token next() {
        if (valueIsNext) {
            valueIsNext = false;
            return value(window.peekBeyondSpace());
        }
        var it = window.peekBeyondSpace();
        if (depth > 0) {
            if (it == ']' && !objects.get(depth)) {
                return close(Token.END_ARRAY);
            }
            if (!first) {
                expect(it, ',');
                it = window.peekBeyondSpace();
            }
            first = false;
        }
        return value(it);
    }

    private Token value(int begin) {
        current = switch (begin) {
            case '{' -> open(Token.OBJECT);
            case '[' -> open(Token.ARRAY);
            case '"' -> {
                window.at++;
                quoted.read();
                yield Token.TEXT;
            }
            case 't' -> word("true", Token.TRUE);
            case 'f' -> word("false", Token.FALSE);
            case 'n' -> word("null", Token.NULL);
            default -> number(begin);
        };
        return current;
    }

    private Token open(Token what) {
        if (++depth > DEEPEST) {
            throw window.refused(Reason.MALFORMED, "nested more than " + DEEPEST + " deep");
        }
        window.at++;
        objects.set(depth, what == Token.OBJECT);
        first = true;
        return what;
    }

    private Token close(Token what) {
        window.at++;
        depth--;
        first = false;
        current = what;
        return what;
    }

    /// Says that the rest of the innermost object, so many bytes with its end, is known already.
    void objectKnown(int length) {
        window.at += length - 1;
        close(Token.END_OBJECT);
    }

    private Token word(String word, Token token) {
        for (var it = 0; it < word.length(); it++) {
            expect(window.peek(), word.charAt(it));
        }
        return token;
    }

    private Token number(int begin) {
        if (begin != '-' && !digit(begin)) {
            throw unexpected(begin);
        }
        window.mark();
        var start = window.position();
        var fraction = false;
        for (var it = begin; digit(it) || it == '-' || it == '+' || it == '.' || it == 'e' || it == 'E'; ) {
            fraction |= it == '.' || it == 'e' || it == 'E';
            window.at++;
            if (window.position() - start > LONGEST_NUMBER) {
                throw window.refused(Reason.MALFORMED, "a number of more than " + LONGEST_NUMBER + " digits");
            }
            it = window.peek();
        }
        from = window.marked();
        to = window.at;
        if (!new NumberShape(window.bytes, from, to).holds()) {
            throw window.refused(Reason.MALFORMED, "not a number");
        }
        return fraction ? Token.FRACTION : Token.WHOLE;
    }

    private static boolean digit(int it) {
        return it >= '0' && it <= '9';
    }

    private void expect(int met, int wanted) {
        if (met != wanted) {
            throw unexpected(met);
        }
        window.at++;
    }

    private Unreadable unexpected(int met) {
        var shown = met > ' ' && met < 0x7F ? "'" + (char) met + "'" : "0x%02X".formatted(met & 0xFF);
        return window.refused(Reason.MALFORMED, "unexpected " + shown);
    }

    /// The text just read; asked for before anything else is.
    String text() {
        return quoted.text();
    }

    /// The whole number just read; a number beyond 64 bits is none of ours.
    long whole() {
        if (to - from <= LONGEST_SURE) {
            var negative = window.bytes[from] == '-';
            var value = 0L;
            for (var it = negative ? from + 1 : from; it < to; it++) {
                value = 10 * value + window.bytes[it] - '0';
            }
            return negative ? -value : value;
        }
        try {
            return Long.parseLong(digits());
        } catch (NumberFormatException beyond) {
            return Long.MAX_VALUE;
        }
    }

    double fraction() {
        return Double.parseDouble(digits());
    }

    private String digits() {
        return new String(window.bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// Passes over the object or array that just began; anything else is behind us already.
    void skip() {
        if (current != Token.OBJECT && current != Token.ARRAY) {
            return;
        }
        for (var outside = depth - 1; depth > outside; ) {
            if (!objects.get(depth) || nextName() != null) {
                next();
            }
        }
    }
}
