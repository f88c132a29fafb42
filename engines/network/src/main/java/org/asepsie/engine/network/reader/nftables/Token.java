package org.asepsie.engine.network.reader.nftables;

import org.asepsie.engine.network.policy.Rule;
import org.jspecify.annotations.Nullable;

/// A word, a quoted text, one of `{ } , ; =` and the end of a line (`\n`), or a whole line that holds a rule.
///
/// @param sign the word itself if it is one character without quotes, else 0: most questions are about signs
/// @param rule what a whole line says that was read without cutting its words, else null
record Token(
        String text,
        int line,
        boolean quoted,
        char sign,
        @Nullable Rule rule) {
    Token(String text, int line, boolean quoted, char sign) {
        this(text, line, quoted, sign, null);
    }

    Token(String text, int line, boolean quoted) {
        this(text, line, quoted, quoted || text.length() != 1 ? 0 : text.charAt(0));
    }

    static Token of(Rule wholeLine) {
        return new Token(wholeLine.text(), wholeLine.where().line(), false, (char) 0, wholeLine);
    }

    boolean is(String word) {
        return !quoted && text.equals(word);
    }

    boolean is(char word) {
        return sign == word;
    }

    /// How a brace changes the depth.
    int depth() {
        return sign == '{' ? 1 : sign == '}' ? -1 : 0;
    }

    boolean endsStatement() {
        return sign == '\n' || sign == ';';
    }
}
