package org.asepsie.app.facility;

import java.io.Serializable;
import java.util.UUID;
import org.asepsie.app.access.NodeId;

/// Names one site of care for ever. It shares its value with the node of the tree of places.
public record FacilityId(UUID value) implements Serializable {
    public static FacilityId fresh() {
        return new FacilityId(UUID.randomUUID());
    }

    /// @throws NoSuchFacility if `text` is no id at all: nothing can have it
    public static FacilityId of(String text) {
        try {
            return new FacilityId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NoSuchFacility(text, notAnId);
        }
    }

    public NodeId node() {
        return new NodeId(value);
    }

    /// The id alone, so that an address is written `/f/${facility.id()}`.
    @Override
    public String toString() {
        return value.toString();
    }
}
