package org.asepsie.engine.network.flow;

/// How an attempt to connect ended, as far as the log tells. Only an answered one shows that a path is really
/// used.
public enum Outcome {
    /// The other side replied.
    ANSWERED,
    /// A firewall or the other side said no.
    REFUSED,
    /// Nothing came back.
    UNANSWERED,
    /// Traffic was seen or let through, but the log does not tell whether anybody replied.
    UNCLEAR
}
