package org.asepsie.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the audit trail. There is no update and no delete: the database would refuse them.
@Component
class AuditStore {
    /// Any fixed number will do, as long as nothing else locks on it.
    private static final long LOCK = 0x61756469_74L;

    private static final int PORTION = 1_000;

    private final JdbcClient database;

    AuditStore(JdbcClient database) {
        this.database = database;
    }

    /// Until the end of the transaction nobody else appends.
    void lock() {
        database.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((_, _) -> true)
                .single();
    }

    Optional<AuditEntry> last() {
        return database.sql("select * from access.audit order by number desc limit 1")
                .query(AuditStore::entry)
                .optional();
    }

    void add(AuditEntry entry) {
        var deed = entry.deed();
        database.sql("""
                        insert into access.audit
                            (number, at, account, name, action, place, subject, detail, previous, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(entry.number())
                .param(deed.at().atOffset(ZoneOffset.UTC))
                .param(deed.account().map(AccountId::value).orElse(null))
                .param(deed.name())
                .param(deed.action())
                .param(deed.place().map(NodeId::value).orElse(null))
                .param(deed.subject())
                .param(deed.detail())
                .param(HexFormat.of().parseHex(entry.previous()))
                .param(HexFormat.of().parseHex(entry.hash()))
                .update();
    }

    List<AuditEntry> newest(Scope scope, AuditFilter filter, int limit) {
        return database.sql("""
                        select audit.* from access.audit left join access.node on node.id = audit.place
                        where (:everything or node.path ^@ any(string_to_array(:tops, ',')))
                          and (:words = '' or strpos(lower(audit.name || ' ' || subject || ' ' || detail), lower(:words)) > 0)
                          and (:action = '' or strpos(action, :action) > 0)
                          and (:day = '' or (at at time zone 'Europe/Paris')::date::text = :day)
                        order by number desc limit :limit""")
                .param("everything", scope.everything())
                .param("tops", NodePath.joined(scope.tops()))
                .param("words", filter.words().strip())
                .param("action", filter.action().strip())
                .param("day", filter.day().map(Object::toString).orElse(""))
                .param("limit", limit)
                .query(AuditStore::entry)
                .list();
    }

    AuditChain verify() {
        var before = Optional.<AuditEntry>empty();
        while (true) {
            var portion = database.sql("select * from access.audit where number > ? order by number limit ?")
                    .params(before.map(AuditEntry::number).orElse(Long.MIN_VALUE), PORTION)
                    .query(AuditStore::entry)
                    .list();
            if (portion.isEmpty()) {
                return before.<AuditChain>map(it -> new AuditChain.Intact(it.number(), it.hash()))
                        .orElseGet(() -> new AuditChain.Intact(0, ""));
            }
            for (var entry : portion) {
                if (!entry.follows(before)) {
                    return new AuditChain.Broken(entry.number());
                }
                before = Optional.of(entry);
            }
        }
    }

    private static AuditEntry entry(ResultSet row, int index) throws SQLException {
        var deed = new AuditEntry.Deed(
                row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("account", UUID.class)).map(AccountId::new),
                row.getString("name"),
                row.getString("action"),
                Optional.ofNullable(row.getObject("place", UUID.class)).map(NodeId::new),
                row.getString("subject"),
                row.getString("detail"));
        return new AuditEntry(
                row.getLong("number"),
                deed,
                HexFormat.of().formatHex(row.getBytes("previous")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
