package org.asepsie.engine.network.reader.table;

/// Where a character comes next in a text that is gone through from its beginning to its end: asked for piece after
/// piece, it searches each part once, many characters at a time.
final class NextMark {
    private final String text;
    private final char mark;
    private int next = -1;

    NextMark(String text, char mark) {
        this.text = text;
        this.mark = mark;
    }

    /// Whether the character is one of those from `from` to `to`; `from` never goes back.
    boolean within(int from, int to) {
        if (next < from) {
            int found = text.indexOf(mark, from);
            next = found < 0 ? text.length() : found;
        }
        return next < to;
    }
}
