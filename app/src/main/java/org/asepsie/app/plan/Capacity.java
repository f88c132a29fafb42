package org.asepsie.app.plan;

/// How many days of its own people a facility gives to its plan each quarter.
///
/// @param chosen whether somebody said so; otherwise its size did
public record Capacity(double days, boolean chosen) {
    private static final double LEAST = 3;
    private static final int PLACES_PER_DAY = 20;

    public Capacity {
        if (!(days > 0 && days <= 1000)) {
            throw new IllegalArgumentException("between 0 and 1000 days a quarter, not " + days);
        }
    }

    /// Our own proposal, to be replaced by what the facility says: a day a quarter for each twenty places, at least
    /// three.
    static Capacity bySize(int places) {
        return new Capacity(Math.min(Math.max(LEAST, Math.round((double) places / PLACES_PER_DAY)), 60), false);
    }
}
