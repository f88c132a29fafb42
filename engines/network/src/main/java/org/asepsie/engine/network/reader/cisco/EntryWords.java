package org.asepsie.engine.network.reader.cisco;

import java.util.List;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;

/// The words of one entry, read from left to right.
final class EntryWords {
    private final Position where;
    private final List<String> words;
    private final Gaps gaps;
    private int at;

    EntryWords(Position where, List<String> words, Gaps gaps) {
        this.where = where;
        this.words = words;
        this.gaps = gaps;
    }

    Position where() {
        return where;
    }

    boolean more() {
        return at < words.size();
    }

    /// The next word, which stays the next; empty behind the last.
    String peek() {
        return word(at);
    }

    /// The word behind the next one.
    String second() {
        return word(at + 1);
    }

    private String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    boolean is(String word) {
        return more() && words.get(at).equals(word);
    }

    String next() {
        return more() ? words.get(at++) : "";
    }

    /// Backwards too, at most to the beginning: a line may end before what is taken back was there.
    void skip(int count) {
        at = Math.max(0, at + count);
    }

    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }

    void toTheEnd() {
        at = words.size();
    }

    /// What is left, as a gap.
    Match rest() {
        var text = String.join(" ", words.subList(Math.min(at, words.size()), words.size()));
        at = words.size();
        return gaps.unknown(where, Reason.UNKNOWN_WORD, text);
    }
}
