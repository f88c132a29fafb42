package org.asepsie.app.access;

import java.time.Instant;

/// What a token turned out to be.
public sealed interface OpenedLink {
    /// It can be used, once.
    record Valid(Link link) implements OpenedLink {}

    /// Nobody used it in time.
    record Expired(Link link) implements OpenedLink {}

    /// It has served already.
    record Used(Link link, Instant usedAt) implements OpenedLink {}

    /// We never issued it, or the address was cut when it was copied.
    record Unknown() implements OpenedLink {}
}
