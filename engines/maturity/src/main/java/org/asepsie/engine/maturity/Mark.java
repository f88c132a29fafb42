package org.asepsie.engine.maturity;

/// One mark: the index, the score it earns by itself, and the score that closed gates leave of it.
public record Mark(Index index, Score beforeGates, Score score) {
    static final Mark NONE = new Mark(Index.NONE, Score.NONE, Score.NONE);
    static final Mark FULL = new Mark(Index.FULL, Score.FULL, Score.FULL);

    public int level() {
        return score.level();
    }

    /// Whether a gate, and not the index, decides the score.
    public boolean heldBack() {
        return score.compareTo(beforeGates) < 0;
    }
}
