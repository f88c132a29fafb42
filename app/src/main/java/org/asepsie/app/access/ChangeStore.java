package org.asepsie.app.access;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The numbers in `access.change`. The transaction manager writes them, since a commit is its business.
@Component
class ChangeStore {
    private final JdbcClient database;

    ChangeStore(JdbcClient database) {
        this.database = database;
    }

    /// All that was counted under these paths, added up.
    long counted(Collection<String> paths) {
        return database.sql("select access.changes(:paths)")
                .param("paths", paths.toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}
