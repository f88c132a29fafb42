package org.asepsie.app.assessment;

import java.util.UUID;

/// Names one closed diagnosis.
public record FrozenId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
