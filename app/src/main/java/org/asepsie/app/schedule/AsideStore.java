package org.asepsie.app.schedule;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of what was computed aside, and of the plans that were adopted.
@Component
class AsideStore {
    private final JdbcClient database;
    private final JsonMapper json;

    AsideStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    <T> Optional<T> of(FacilityId facility, String kind, String fingerprint, Class<T> type) {
        return database.sql("select result from schedule.aside where facility = ? and kind = ? and fingerprint = ?")
                .params(facility.value(), kind, fingerprint)
                .query((row, _) -> json.readValue(row.getString("result"), type))
                .optional();
    }

    void put(FacilityId facility, String kind, String fingerprint, Object result, Instant at) {
        database.sql("""
                        insert into schedule.aside (facility, kind, fingerprint, computed_at, result)
                        values (?, ?, ?, ?, ?::jsonb)
                        on conflict (facility, kind) do update set fingerprint = excluded.fingerprint,
                            computed_at = excluded.computed_at, result = excluded.result""")
                .params(facility.value(), kind, fingerprint, Timestamp.from(at), json.writeValueAsString(result))
                .update();
    }

    void adopt(FacilityId facility, Instant at, String by, Expected expected) {
        database.sql("""
                        insert into schedule.adopted (facility, adopted_at, adopted_by, expected)
                        values (?, ?, ?, ?::jsonb) on conflict do nothing""")
                .params(facility.value(), Timestamp.from(at), by, json.writeValueAsString(expected))
                .update();
    }

    /// What was adopted, when and by whom.
    record Adopted(Instant at, String by, Expected expected) {}

    /// The plan that was adopted last.
    Optional<Adopted> newest(FacilityId facility) {
        return database.sql("select * from schedule.adopted where facility = ? order by adopted_at desc limit 1")
                .param(facility.value())
                .query((row, _) -> new Adopted(
                        row.getTimestamp("adopted_at").toInstant(),
                        row.getString("adopted_by"),
                        json.readValue(row.getString("expected"), Expected.class)))
                .optional();
    }
}
