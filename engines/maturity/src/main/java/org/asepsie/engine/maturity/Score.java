package org.asepsie.engine.maturity;

import java.util.Locale;

/// Maturity on the scale of levels, 0 to 4, in thousandths of a level. The level is its whole part, so a score is
/// always
/// shown rounded *down*: 1.97 is level 1 and must not be printed as 2.0.
public record Score(int thousandths) implements Comparable<Score> {
    public static final Score NONE = new Score(0);
    public static final Score FULL = new Score(4_000);

    public Score {
        if (thousandths < 0 || thousandths > 4_000) {
            throw new IllegalArgumentException("a score lies between 0 and 4, not " + thousandths / 1000.0);
        }
    }

    public int level() {
        return thousandths / 1000;
    }

    public double value() {
        return thousandths / 1000.0;
    }

    /// Tenths of a level, rounded down: what people are shown.
    public int tenths() {
        return thousandths / 100;
    }

    @Override
    public int compareTo(Score other) {
        return Integer.compare(thousandths, other.thousandths);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f", value());
    }
}
