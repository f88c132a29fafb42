package org.asepsie.engine.network.reader.nftables;

/// A word, a quoted text, or one of `{ } , ; =` and the end of a line (`\n`).
///
/// @param sign the word itself if it is one character without quotes, else 0: most questions are about signs
record Token(String text, int line, boolean quoted, char sign) {
    Token(String text, int line, boolean quoted) {
        this(text, line, quoted, quoted || text.length() != 1 ? 0 : text.charAt(0));
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
