package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
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

    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
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
        var inside = new ArrayList<Token>();
        int depth = 0;
        do {
            var token = take();
            if (token.is("{")) {
                depth++;
            } else if (token.is("}")) {
                depth--;
            }
            boolean outermost = depth == 0 || depth == 1 && token.is("{") && inside.isEmpty();
            if (!outermost && (withLines || !token.is("\n"))) {
                inside.add(token);
            }
        } while (depth > 0 && more());
        closed = depth == 0;
        return inside;
    }

    private boolean closed = true;

    /// Whether the last braces were closed before the end of the file.
    boolean wasClosed() {
        return closed;
    }

    /// The rest of the statement; its end is taken and not given.
    List<Token> statement() {
        var words = new ArrayList<Token>();
        int depth = 0;
        while (more() && (depth > 0 || !peek().endsStatement())) {
            var token = take();
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (!token.is("\n")) {
                words.add(token);
            }
        }
        take();
        return words;
    }

    static String text(List<Token> tokens) {
        var text = new StringBuilder();
        for (var token : tokens) {
            text.append(text.isEmpty() || token.is(",") ? "" : " ");
            text.append(token.quoted() ? '"' + token.text() + '"' : token.text());
        }
        return text.toString();
    }
}
