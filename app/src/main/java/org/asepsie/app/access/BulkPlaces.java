package org.asepsie.app.access;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adds places by the thousand and moves them, for imports: one statement a batch.
@Service
public class BulkPlaces {
    private final NodeStore store;

    BulkPlaces(NodeStore store) {
        this.store = store;
    }

    /// A place to add, and the one above it.
    public record Placed(NodeId id, NodeId parent) {}

    /// @throws IllegalArgumentException if a parent does not exist
    @Transactional
    public void addAll(NodeKind kind, List<Placed> places) {
        var added = store.addAll(kind, places);
        if (added != places.size()) {
            throw new IllegalArgumentException("%d of %d places name a parent that does not exist"
                    .formatted(places.size() - added, places.size()));
        }
    }

    /// Moves a place, with all that lies below it, under another parent. Roles held above the old parent end there.
    @Transactional
    public void move(NodeId place, NodeId parent) {
        store.move(place, parent);
    }
}
