package org.asepsie.engine.network.proof;

/// What may cross from one zone to another.
public enum Verdict {
    /// Every packet of every service surely passes.
    ALLOWED,
    /// No packet can pass: every line that might let one through was understood.
    DENIED,
    /// Something surely passes, but not everything.
    PARTLY,
    /// Nothing surely passes, and nothing proves that all is stopped.
    NOT_PROVED
}
