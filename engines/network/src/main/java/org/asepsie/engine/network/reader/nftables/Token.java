package org.asepsie.engine.network.reader.nftables;

/// A word, a quoted text, or one of `{ } , ; =` and the end of a line (`\n`).
record Token(String text, int line, boolean quoted) {
    boolean is(String word) {
        return !quoted && text.equals(word);
    }

    boolean endsStatement() {
        return is("\n") || is(";");
    }
}
