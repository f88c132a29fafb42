package org.asepsie.engine.plan;

/// What a smallest plan must reach by the prudent mark of a framework.
public sealed interface Aim {
    /// This level (1 to 4): its index and every gate up to it.
    record Level(int level) implements Aim {
        public Level {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("levels go from 1 to 4, not %d".formatted(level));
            }
        }
    }

    /// Every gate of the framework, whatever its level: its must-haves.
    record MustHaves() implements Aim {}
}
