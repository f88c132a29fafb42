package org.asepsie.app.schedule;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of plans that were computed.
@Component
class ComputedStore {
    private final JdbcClient database;
    private final JsonMapper json;

    ComputedStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// The newest plan of a facility that could be made, whatever it was made from.
    record Computed(String fingerprint, Instant at, StoredPlan plan, Optional<Price> price) {}

    Optional<Computed> of(FacilityId facility) {
        return database.sql("select * from schedule.computed where facility = ?")
                .param(facility.value())
                .query((row, _) -> new Computed(
                        row.getString("fingerprint"),
                        row.getTimestamp("computed_at").toInstant(),
                        json.readValue(row.getString("plan"), StoredPlan.class),
                        Optional.ofNullable(row.getString("price")).map(it -> json.readValue(it, Price.class))))
                .optional();
    }

    void put(FacilityId facility, Computed computed) {
        database.sql("""
                        insert into schedule.computed (facility, fingerprint, computed_at, plan, price)
                        values (?, ?, ?, ?::jsonb, ?::jsonb)
                        on conflict (facility) do update set fingerprint = excluded.fingerprint,
                            computed_at = excluded.computed_at, plan = excluded.plan, price = excluded.price""")
                .params(
                        facility.value(),
                        computed.fingerprint(),
                        Timestamp.from(computed.at()),
                        json.writeValueAsString(computed.plan()))
                .param(computed.price().map(json::writeValueAsString).orElse(null))
                .update();
    }
}
