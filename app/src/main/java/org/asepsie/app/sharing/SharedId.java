package org.asepsie.app.sharing;

import java.util.UUID;

/// Names one action that several sites share.
public record SharedId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
