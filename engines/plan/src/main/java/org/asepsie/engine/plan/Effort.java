package org.asepsie.engine.plan;

import java.time.Duration;

/// How hard to look. The plan depends on `seed` and `moves` alone, so it is the same on a slow machine;
/// `patience` ends the proof, so only the gap may be wider there. One exception makes plans better, never
/// less certain: a plan that the solver found and proved optimal before its patience ended replaces a worse
/// one.
///
/// @param moves steps of the search
/// @param patience for the proof; zero leaves it out
public record Effort(long seed, int moves, Duration patience) {
    public static final Effort USUAL = new Effort(1, 48_000, Duration.ofMillis(1_800));

    /// For a person who waits for the page: half the moves, and a proof that ends in time to draw it.
    public static final Effort PROMPT = new Effort(1, 24_000, Duration.ofMillis(1_200));

    /// For what-if questions asked by the dozen.
    public static final Effort QUICK = new Effort(1, 1_500, Duration.ZERO);

    public Effort {
        if (moves < 0 || patience.isNegative()) {
            throw new IllegalArgumentException("effort cannot be negative: %d moves, %s".formatted(moves, patience));
        }
    }
}
