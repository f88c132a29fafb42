package org.asepsie.engine.maturity;

/// Where one theme, or the whole framework, stands. Always `proven` ≤ `said` ≤ `possible`.
///
/// @param proven what evidence shows: documents as far as they were declared, observations and measurements as
///     they are
/// @param said the prudent mark: what is declared, unknown counted as nothing, corrected by observation and
///     measurement
/// @param possible the same with the unknown counted as full
/// @param declared the interval of the declarations alone, before any evidence speaks
public record Standing(Mark proven, Mark said, Mark possible, Interval declared) {
    /// Nothing is applicable, so nothing is claimed: one cannot declare oneself out of a whole framework into a
    /// level.
    static final Standing NOTHING_KNOWN =
            new Standing(Mark.NONE, Mark.NONE, Mark.FULL, new Interval(Score.NONE, Score.FULL));

    /// A closed interval of scores: both ends belong to it.
    public record Interval(Score low, Score high) {
        public Interval {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("%s is above %s".formatted(low, high));
            }
        }

        public boolean contains(Interval other) {
            return low.compareTo(other.low) <= 0 && other.high.compareTo(high) <= 0;
        }
    }

    /// From the prudent mark to the most that may be true: how much ignorance weighs.
    public Interval interval() {
        return new Interval(said.score(), possible.score());
    }

    /// From what evidence shows to the most that may be true: how much ignorance and lack of proof weigh together.
    public Interval provenInterval() {
        return new Interval(proven.score(), possible.score());
    }
}
