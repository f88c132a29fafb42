package org.asepsie.engine.maturity;

import java.util.Locale;

/// Where a theme or a whole framework stands between nothing (0) and everything (100), in thousandths of a point.
///
/// Whole numbers, so that the same input gives the same figure on every machine and in whatever order it is summed.
public record Index(int thousandths) implements Comparable<Index> {
    public static final Index NONE = new Index(0);
    public static final Index FULL = new Index(100_000);

    public Index {
        if (thousandths < 0 || thousandths > 100_000) {
            throw new IllegalArgumentException("an index lies between 0 and 100, not " + thousandths / 1000.0);
        }
    }

    public double points() {
        return thousandths / 1000.0;
    }

    @Override
    public int compareTo(Index other) {
        return Integer.compare(thousandths, other.thousandths);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f", points());
    }
}
