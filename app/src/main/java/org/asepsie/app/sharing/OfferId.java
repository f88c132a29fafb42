package org.asepsie.app.sharing;

import java.util.UUID;

/// Names one offer of an adviser.
public record OfferId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
