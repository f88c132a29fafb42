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
}
