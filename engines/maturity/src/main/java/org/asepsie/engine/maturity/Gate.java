package org.asepsie.engine.maturity;

/// What nobody should be without at a level: `level` (1 to 4) is out of reach below `attainment` on this topic.
public record Gate(int level, Attainment attainment) {
    public Gate {
        if (level < 1 || level > 4) {
            throw new IllegalArgumentException("a gate guards level 1, 2, 3 or 4, not %d".formatted(level));
        }
        if (attainment.value() == 0) {
            throw new IllegalArgumentException("a gate that attainment 0 passes guards nothing; ask for 1, 2 or 3");
        }
    }

    public boolean passedBy(Attainment value) {
        return value.compareTo(attainment) >= 0;
    }
}
