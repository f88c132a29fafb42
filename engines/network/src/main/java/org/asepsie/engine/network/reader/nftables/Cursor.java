package org.asepsie.engine.network.reader.nftables;

import java.util.List;

/// A place in a list of tokens.
final class Cursor {
    private static final Token END = new Token("", 0, false);

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean more() {
        return at < tokens.size();
    }

    Token peek() {
        return more() ? tokens.get(at) : END;
    }

    /// @param ahead how far behind the next token; negative: how far before it
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
    }

    void skip(int count) {
        at += count;
    }

    int at() {
        return at;
    }

    Token take() {
        return more() ? tokens.get(at++) : END;
    }

    boolean take(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    int line() {
        return more()
                ? tokens.get(at).line()
                : tokens.isEmpty() ? 0 : tokens.getLast().line();
    }

    /// What stands between the brace that opens here and the one that closes it; both are taken. Ends of
    /// lines are left out on request.
    List<Token> braces(boolean withLines) {
        int from = at + 1;
        int depth = 0;
        boolean lines = false;
        do {
            var token = take();
            depth += token.depth();
            lines |= token.is('\n');
        } while (depth > 0 && more());
        closed = depth == 0;
        var inside = tokens.subList(Math.min(from, at), closed ? Math.max(from, at - 1) : at);
        return lines && !withLines ? withoutLines(inside) : inside;
    }

    private static List<Token> withoutLines(List<Token> tokens) {
        return tokens.stream().filter(it -> !it.is('\n')).toList();
    }

    private boolean closed = true;

    /// Whether the last braces were closed before the end of the file.
    boolean wasClosed() {
        return closed;
    }

    /// The rest of the statement; its end is taken and not given.
    List<Token> statement() {
        int from = at;
        int depth = 0;
        boolean lines = false;
        while (more() && (depth > 0 || !peek().endsStatement())) {
            var token = take();
            depth += token.depth();
            lines |= token.is('\n');
        }
        var words = tokens.subList(from, at);
        take();
        return lines ? withoutLines(words) : words;
    }

    static String text(List<Token> tokens) {
        var text = new StringBuilder(128);
        for (var token : tokens) {
            text.append(text.isEmpty() || token.is(',') ? "" : " ");
            text.append(token.quoted() ? '"' + token.text() + '"' : token.text());
        }
        return text.toString();
    }
}
