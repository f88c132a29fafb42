package org.asepsie.app.directory;

import java.util.UUID;

/// Names one collection of one facility.
public record CollectionId(UUID value) {
    static CollectionId fresh() {
        return new CollectionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
