package org.asepsie.app.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adds places by the thousand and moves them, for imports: one statement a batch.
@Service
public class BulkPlaces {
    private final JdbcClient database;

    BulkPlaces(JdbcClient database) {
        this.database = database;
    }

    /// A place to add, and the one above it.
    public record Placed(NodeId id, NodeId parent) {}

    /// @throws IllegalArgumentException if a parent does not exist
    @Transactional
    public void addAll(NodeKind kind, List<Placed> places) {
        var added = database.sql("""
                        insert into access.node (id, kind, parent, path)
                        select added.id, ?, above.id, above.path || added.id || '/'
                        from unnest(cast(? as uuid[]), cast(? as uuid[])) as added (id, parent)
                        join access.node above on above.id = added.parent""")
                .param(kind.code())
                .param(places.stream().map(it -> it.id().value().toString()).toArray(String[]::new))
                .param(places.stream().map(it -> it.parent().value().toString()).toArray(String[]::new))
                .update();
        if (added != places.size()) {
            throw new IllegalArgumentException("%d of %d places name a parent that does not exist"
                    .formatted(places.size() - added, places.size()));
        }
    }

    /// Moves a place, with all that lies below it, under another parent. Roles held above the old parent end there.
    @Transactional
    public void move(NodeId place, NodeId parent) {
        database.sql("""
                        with moved as (
                            select place.id, place.path as path, above.id as parent, above.path || place.id || '/' as target
                            from access.node place, access.node above
                            where place.id = ? and above.id = ? and not above.path ^@ place.path)
                        update access.node
                        set path = moved.target || substr(node.path, length(moved.path) + 1),
                            parent = case when node.id = moved.id then moved.parent else node.parent end
                        from moved where node.path ^@ moved.path""").param(place.value()).param(parent.value()).update();
    }
}
