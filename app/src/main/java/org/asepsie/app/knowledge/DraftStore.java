package org.asepsie.app.knowledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of files that wait for their publication.
@Component
class DraftStore {
    private final JdbcClient database;

    DraftStore(JdbcClient database) {
        this.database = database;
    }

    void add(Draft draft) {
        database.sql("""
                        insert into knowledge.draft (id, region, file_name, content, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        draft.id(),
                        draft.region().value(),
                        draft.fileName(),
                        draft.content(),
                        draft.uploadedBy(),
                        Timestamp.from(draft.uploadedAt()))
                .update();
    }

    Optional<Draft> find(UUID id) {
        return database.sql("select * from knowledge.draft where id = ?")
                .param(id)
                .query((row, _) -> new Draft(
                        row.getObject("id", UUID.class),
                        new NodeId(row.getObject("region", UUID.class)),
                        row.getString("file_name"),
                        row.getBytes("content"),
                        row.getString("uploaded_by"),
                        row.getTimestamp("uploaded_at").toInstant()))
                .optional();
    }

    void remove(UUID id) {
        database.sql("delete from knowledge.draft where id = ?").param(id).update();
    }

    /// What nobody published or threw away in all that time was forgotten.
    void removeOlderThan(Instant limit) {
        database.sql("delete from knowledge.draft where uploaded_at < ?")
                .param(Timestamp.from(limit))
                .update();
    }
}
