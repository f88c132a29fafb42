package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.jspecify.annotations.Nullable;

/// Cuts the text into tokens and puts the values of `define` in the place of `$name`.
final class Tokens {
    private final String text;
    private final List<Token> all;
    private final SpanTable<String> known = new SpanTable<>();
    private final Map<String, List<Token>> defined = new HashMap<>();
    private boolean defines;

    private Tokens(ConfigText text) {
        this.text = text.whole();
        all = new ArrayList<>(Math.max(16, this.text.length() / 6));
    }

    /// @param plain reads lines that hold a whole rule, so that they are one token; null: every word is one
    static List<Token> of(ConfigText text, @Nullable PlainLines plain) {
        var tokens = new Tokens(text);
        boolean goesOn = false;
        for (int number = 1; number <= text.lines(); number++) {
            var rule = plain == null || goesOn ? null : plain.read(number);
            if (rule == null) {
                goesOn = tokens.cut(text.start(number), text.end(number), number);
            } else {
                tokens.all.add(Token.of(rule));
            }
            if (!goesOn) {
                tokens.all.add(new Token("\n", number, false, '\n'));
            }
        }
        return tokens.defines ? tokens.expanded() : tokens.all;
    }

    /// @return whether a backslash at the end carries the statement on
    private boolean cut(int from, int to, int number) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '#') {
                return false;
            } else if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '\\' && text.substring(at + 1, to).isBlank()) {
                return true;
            } else if (c == '"') {
                int end = at + 1;
                while (end < to && text.charAt(end) != '"') {
                    end++;
                }
                all.add(new Token(word(at + 1, end), number, true, (char) 0));
                at = end + 1;
            } else if (isSign(c, at, to)) {
                all.add(new Token(word(at, at + 1), number, false, c));
                at++;
            } else {
                at = plain(at, to, number);
            }
        }
        return false;
    }

    private int plain(int from, int to, int number) {
        int hash = SpanTable.hash(0, text.charAt(from));
        int at = from + 1;
        for (; at < to; at++) {
            char c = text.charAt(at);
            if ((c < '.' || c > '9') && isEnd(c, at, to)) {
                break;
            }
            hash = SpanTable.hash(hash, c);
        }
        var word = word(from, at, hash);
        defines |= word.endsWith("define");
        all.add(new Token(word, number, false, at - from == 1 ? word.charAt(0) : 0));
        return at;
    }

    private String word(int from, int to) {
        return word(from, to, SpanTable.hash(text, from, to));
    }

    /// Words that come again are one text.
    private String word(int from, int to, int hash) {
        var same = known.get(text, from, to, hash);
        if (same == null) {
            same = text.substring(from, to);
            known.put(same, hash, same);
        }
        return same;
    }

    private boolean isSign(char c, int at, int to) {
        return switch (c) {
            case '{', '}', ',', ';', '(', ')', '|' -> true;
            case '=' -> !(at + 1 < to && text.charAt(at + 1) == '=');
            default -> false;
        };
    }

    private boolean isEnd(char c, int at, int to) {
        return switch (c) {
            case ' ', '\t', '#' -> true;
            case '=' -> "!=<>".indexOf(text.charAt(at - 1)) < 0 && isSign(c, at, to);
            default -> isSign(c, at, to);
        };
    }

    /// A definition holds from its place to the end of the file; it may use earlier ones.
    private List<Token> expanded() {
        var result = new ArrayList<Token>(all.size());
        for (int i = 0; i < all.size(); i++) {
            var token = all.get(i);
            if ((token.is("define") || token.is("redefine"))
                    && i + 2 < all.size()
                    && all.get(i + 2).is('=')) {
                int end = endOfValue(i + 3);
                defined.put(all.get(i + 1).text(), replaced(all.subList(i + 3, end)));
                i = end;
            } else {
                replace(token, result);
            }
        }
        return result;
    }

    private int endOfValue(int from) {
        int depth = 0;
        int at = from;
        while (at < all.size() && (depth > 0 || !all.get(at).endsStatement())) {
            depth += all.get(at).depth();
            at++;
        }
        return at;
    }

    private List<Token> replaced(List<Token> tokens) {
        var result = new ArrayList<Token>();
        tokens.forEach(it -> replace(it, result));
        return result;
    }

    private void replace(Token token, List<Token> into) {
        var value = token.quoted() || !token.text().startsWith("$")
                ? null
                : defined.get(token.text().substring(1));
        if (value == null) {
            into.add(token);
        } else {
            value.forEach(it -> into.add(new Token(it.text(), token.line(), it.quoted())));
        }
    }
}
