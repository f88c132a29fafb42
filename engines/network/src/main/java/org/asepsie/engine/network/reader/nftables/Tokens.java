package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.ConfigText;

/// Cuts the text into tokens and puts the values of `define` in the place of `$name`.
final class Tokens {
    private final List<Token> all = new ArrayList<>();
    private final Map<String, List<Token>> defined = new HashMap<>();

    static List<Token> of(ConfigText text) {
        var tokens = new Tokens();
        boolean continued = false;
        for (int number = 1; number <= text.lines(); number++) {
            var line = text.line(number);
            continued = tokens.cut(line, number);
            if (!continued) {
                tokens.all.add(new Token("\n", number, false));
            }
        }
        return tokens.expanded();
    }

    /// @return whether a backslash at the end carries the statement on
    private boolean cut(String line, int number) {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '#') {
                return false;
            } else if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '\\' && line.substring(at + 1).isBlank()) {
                return true;
            } else if (c == '"') {
                int end = line.indexOf('"', at + 1);
                end = end < 0 ? line.length() : end;
                all.add(new Token(line.substring(at + 1, end), number, true));
                at = end + 1;
            } else if (isSign(line, at)) {
                all.add(new Token(String.valueOf(c), number, false));
                at++;
            } else {
                int end = at + 1;
                while (end < line.length() && !isEnd(line, end)) {
                    end++;
                }
                all.add(new Token(line.substring(at, end), number, false));
                at = end;
            }
        }
        return false;
    }

    private static boolean isSign(String line, int at) {
        char c = line.charAt(at);
        return c == '{'
                || c == '}'
                || c == ','
                || c == ';'
                || c == '('
                || c == ')'
                || c == '|'
                || c == '=' && !(at + 1 < line.length() && line.charAt(at + 1) == '=');
    }

    private static boolean isEnd(String line, int at) {
        char c = line.charAt(at);
        boolean comparison = c == '=' && "!=<>".indexOf(line.charAt(at - 1)) >= 0;
        return !comparison && (c == ' ' || c == '\t' || c == '#' || isSign(line, at));
    }

    /// A definition holds from its place to the end of the file; it may use earlier ones.
    private List<Token> expanded() {
        var result = new ArrayList<Token>(all.size());
        for (int i = 0; i < all.size(); i++) {
            var token = all.get(i);
            if ((token.is("define") || token.is("redefine"))
                    && i + 2 < all.size()
                    && all.get(i + 2).is("=")) {
                int end = endOfValue(i + 3);
                defined.put(all.get(i + 1).text(), replaced(all.subList(i + 3, end)));
                i = end;
            } else {
                result.addAll(replaced(List.of(token)));
            }
        }
        return result;
    }

    private int endOfValue(int from) {
        int depth = 0;
        int at = from;
        while (at < all.size() && (depth > 0 || !all.get(at).endsStatement())) {
            depth += all.get(at).is("{") ? 1 : all.get(at).is("}") ? -1 : 0;
            at++;
        }
        return at;
    }

    private List<Token> replaced(List<Token> tokens) {
        var result = new ArrayList<Token>();
        for (var token : tokens) {
            var value = token.quoted() || !token.text().startsWith("$")
                    ? null
                    : defined.get(token.text().substring(1));
            if (value == null) {
                result.add(token);
            } else {
                value.forEach(it -> result.add(new Token(it.text(), token.line(), it.quoted())));
            }
        }
        return result;
    }
}
