package org.asepsie.engine.maturity;

/// How far one topic is attained: 0 nothing yet, 1 begun, 2 in place for the most part, 3 in place, checked and
/// kept up.
public record Attainment(int value) implements Comparable<Attainment> {
    public static final Attainment NONE = new Attainment(0);
    public static final Attainment FULL = new Attainment(3);

    public Attainment {
        if (value < 0 || value > 3) {
            throw new IllegalArgumentException("an attainment is 0, 1, 2 or 3, not %d".formatted(value));
        }
    }

    @Override
    public int compareTo(Attainment other) {
        return Integer.compare(value, other.value);
    }
}
