package org.asepsie.engine.maturity;

/// How surely something is known, weakest first.
public enum Grade {
    /// Somebody of the establishment says so.
    DECLARED,
    /// A document shows it: it supports what was said, and can never say more than the person who produced it.
    DOCUMENTED,
    /// A third party saw it.
    OBSERVED,
    /// A tool measured it.
    MEASURED;

    /// Whether this grade speaks in place of the establishment's own word, in either direction.
    public boolean standsAlone() {
        return compareTo(OBSERVED) >= 0;
    }
}
