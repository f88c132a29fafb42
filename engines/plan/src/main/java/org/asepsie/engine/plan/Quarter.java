package org.asepsie.engine.plan;

import java.util.Map;

/// One quarter of a plan: what it takes, and how things stand at its end.
///
/// @param days working days used, per role: the work is queued by finish and done as early as days allow
/// @param euros money ordered
/// @param perYear harm a year from then on, if nothing more were done
public record Quarter(int number, Map<Role, Double> days, double euros, Harm perYear) {
    public Quarter {
        days = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(days));
    }
}
