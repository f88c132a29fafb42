package org.asepsie.app.facility.register;

import java.util.UUID;

/// Names one import of the register.
public record ImportId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
