package org.asepsie.app.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tree of places that grants refer to. What a place is called and what it is belongs to the module `facility`.
@Service
public class Places {
    private final JdbcClient database;

    Places(JdbcClient database) {
        this.database = database;
    }

    /// Adds a place below `parent`; the nation alone has none.
    @Transactional
    public NodePath add(NodeId id, NodeKind kind, Optional<NodeId> parent) {
        var path = parent.map(it -> pathOf(it)
                        .orElseThrow(() -> new IllegalArgumentException("no place " + it.value() + " to put it under"))
                        .below(id))
                .orElseGet(() -> NodePath.root(id));
        database.sql("insert into access.node (id, kind, parent, path) values (?, ?, ?, ?)")
                .param(id.value())
                .param(kind.code())
                .param(parent.map(NodeId::value).orElse(null))
                .param(path.value())
                .update();
        return path;
    }

    @Transactional(readOnly = true)
    public Optional<NodePath> pathOf(NodeId id) {
        return database.sql("select path from access.node where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(NodePath::new);
    }

    @Transactional(readOnly = true)
    public Optional<NodeId> nation() {
        return database.sql("select id from access.node where kind = 'nation'")
                .query(UUID.class)
                .optional()
                .map(NodeId::new);
    }
}
