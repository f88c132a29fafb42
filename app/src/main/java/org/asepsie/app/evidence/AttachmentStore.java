package org.asepsie.app.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of files kept as proof. The bytes are read only when a person opens the file.
@Component
class AttachmentStore {
    private static final String COLUMNS =
            "select id, facility, sha256, name, kind, size, uploaded_by, uploaded_at from evidence.attachment ";

    private final JdbcClient database;

    AttachmentStore(JdbcClient database) {
        this.database = database;
    }

    void add(Attachment attachment, byte[] content) {
        database.sql("""
                        insert into evidence.attachment
                            (id, facility, sha256, name, kind, size, content, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (facility, sha256) do nothing""")
                .params(
                        attachment.id().value(),
                        attachment.facility().value(),
                        HexFormat.of().parseHex(attachment.sha256()),
                        attachment.name(),
                        attachment.kind().name(),
                        attachment.size(),
                        content,
                        attachment.uploadedBy(),
                        Timestamp.from(attachment.uploadedAt()))
                .update();
    }

    Optional<Attachment> find(FacilityId facility, AttachmentId id) {
        return database.sql(COLUMNS + "where facility = ? and id = ?")
                .params(facility.value(), id.value())
                .query(AttachmentStore::attachment)
                .optional();
    }

    Optional<Attachment> byFingerprint(FacilityId facility, String sha256) {
        return database.sql(COLUMNS + "where facility = ? and sha256 = ?")
                .params(facility.value(), HexFormat.of().parseHex(sha256))
                .query(AttachmentStore::attachment)
                .optional();
    }

    List<Attachment> of(FacilityId facility) {
        return database.sql(COLUMNS + "where facility = ? order by uploaded_at desc, id")
                .param(facility.value())
                .query(AttachmentStore::attachment)
                .list();
    }

    Optional<byte[]> content(FacilityId facility, AttachmentId id) {
        return database.sql("select content from evidence.attachment where facility = ? and id = ?")
                .params(facility.value(), id.value())
                .query((row, _) -> row.getBytes("content"))
                .optional();
    }

    private static Attachment attachment(ResultSet row, int index) throws SQLException {
        return new Attachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                new FacilityId(row.getObject("facility", UUID.class)),
                row.getString("name"),
                FileKind.valueOf(row.getString("kind")),
                row.getInt("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
