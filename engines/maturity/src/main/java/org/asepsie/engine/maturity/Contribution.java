package org.asepsie.engine.maturity;

/// What one question brings to the overall index, and on what grounds.
///
/// @param held points of the overall index that would be lost if this topic fell to nothing
/// @param toGain points that would be gained if it were full
public record Contribution(Item item, Known known, Index held, Index toGain) {
    public boolean applicable() {
        return known.attained().isPresent();
    }
}
