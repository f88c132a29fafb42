package org.asepsie.app.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the tree of places.
@Component
class NodeStore {
    private final JdbcClient database;

    NodeStore(JdbcClient database) {
        this.database = database;
    }

    void add(NodeId id, NodeKind kind, Optional<NodeId> parent, NodePath path) {
        database.sql("insert into access.node (id, kind, parent, path) values (?, ?, ?, ?)")
                .param(id.value())
                .param(kind.code())
                .param(parent.map(NodeId::value).orElse(null))
                .param(path.value())
                .update();
    }

    Optional<NodePath> pathOf(NodeId id) {
        return database.sql("select path from access.node where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(NodePath::new);
    }

    Optional<NodeKind> kindOf(NodeId id) {
        return database.sql("select kind from access.node where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(NodeKind::of);
    }

    Optional<NodeId> nation() {
        return database.sql("select id from access.node where kind = 'nation'")
                .query(UUID.class)
                .optional()
                .map(NodeId::new);
    }

    List<NodeId> below(List<NodePath> tops, int limit) {
        return database.sql("""
                        select id from access.node
                        where path ^@ any(string_to_array(:tops, ',')) order by length(path), path limit :limit""")
                .param("tops", NodePath.joined(tops))
                .param("limit", limit)
                .query((row, _) -> new NodeId(row.getObject(1, UUID.class)))
                .list();
    }

    /// @return how many were added: those whose parent exists
    int addAll(NodeKind kind, List<BulkPlaces.Placed> places) {
        return database.sql("""
                        insert into access.node (id, kind, parent, path)
                        select added.id, ?, above.id, above.path || added.id || '/'
                        from unnest(cast(? as uuid[]), cast(? as uuid[])) as added (id, parent)
                        join access.node above on above.id = added.parent""")
                .param(kind.code())
                .param(places.stream().map(it -> it.id().value().toString()).toArray(String[]::new))
                .param(places.stream().map(it -> it.parent().value().toString()).toArray(String[]::new))
                .update();
    }

    void move(NodeId place, NodeId parent) {
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
