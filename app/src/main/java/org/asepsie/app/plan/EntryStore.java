package org.asepsie.app.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what happened to actions, step by step. It can only grow.
@Component
class EntryStore {
    private static final String ADD = """
            insert into plan.entry (facility, action, version, kind, before, after, note, by_name, account, at, client_key)
            values (:facility, :action, :version, :kind, :before, :after, :note, :by, :account, :at, :key)
            on conflict do nothing""";

    private final JdbcClient database;

    EntryStore(JdbcClient database) {
        this.database = database;
    }

    /// @return whether it is new; if not, the same form was sent before
    boolean add(FacilityId facility, Entry entry, Optional<UUID> key) {
        return database.sql(ADD)
                        .param("facility", facility.value())
                        .param("action", entry.action().toString())
                        .param("version", entry.version())
                        .param("kind", entry.kind().code())
                        .param("before", entry.before())
                        .param("after", entry.after())
                        .param("note", entry.note())
                        .param("by", entry.by().name())
                        .param(
                                "account",
                                entry.by().account().map(AccountId::value).orElse(null))
                        .param("at", Timestamp.from(entry.at()))
                        .param("key", key.orElse(null))
                        .update()
                == 1;
    }

    boolean knows(FacilityId facility, ActionId action, UUID key) {
        return database.sql(
                        "select exists (select from plan.entry where facility = ? and action = ? and client_key = ?)")
                .params(facility.value(), action.toString(), key)
                .query(Boolean.class)
                .single();
    }

    /// Oldest first.
    List<Entry> of(FacilityId facility, ActionId action) {
        return database.sql("select * from plan.entry where facility = ? and action = ? order by seq")
                .params(facility.value(), action.toString())
                .query(EntryStore::entry)
                .list();
    }

    /// The last change of the status of each action.
    List<Entry> lastStatuses(FacilityId facility) {
        return database.sql("""
                        select distinct on (action) * from plan.entry
                        where facility = ? and kind = 'status' order by action, seq desc""")
                .param(facility.value())
                .query(EntryStore::entry)
                .list();
    }

    Map<ActionId, String> lastComments(FacilityId facility) {
        var last = new LinkedHashMap<ActionId, String>();
        database.sql("""
                        select distinct on (action) * from plan.entry
                        where facility = ? and kind = 'comment' order by action, seq desc""")
                .param(facility.value())
                .query(EntryStore::entry)
                .list()
                .forEach(it -> last.put(it.action(), it.after()));
        return last;
    }

    Map<FacilityId, Instant> lastChanged(Collection<FacilityId> facilities) {
        var last = new LinkedHashMap<FacilityId, Instant>();
        database.sql("select facility, max(at) as at from plan.entry where facility = any (?) group by facility")
                .param(facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .query(row -> {
                    last.put(
                            new FacilityId(row.getObject("facility", UUID.class)),
                            row.getTimestamp("at").toInstant());
                });
        return last;
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                ActionId.of(row.getString("action")),
                row.getInt("version"),
                Entry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("before"),
                row.getString("after"),
                row.getString("note"),
                new Entry.Author(
                        row.getString("by_name"),
                        Optional.ofNullable(row.getObject("account", UUID.class))
                                .map(AccountId::new)),
                row.getTimestamp("at").toInstant());
    }
}
