package org.asepsie.app.network;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of zone plans. A version is added, never changed.
@Component
class ZonePlanStore {
    private static final String ADD = """
            insert into network.zone_plan (facility, version, content, changed_by, changed_at)
            values (?, ?, ?::jsonb, ?, ?) on conflict do nothing""";

    private static final String NEWEST = """
            select * from network.zone_plan where facility = ? order by version desc limit 1""";

    /// Facilities where a temporary opening ended between two days.
    private static final String ENDED = """
            select distinct plan.facility from network.zone_plan plan
            where plan.version = (select max(version) from network.zone_plan other where other.facility = plan.facility)
              and exists (select from jsonb_array_elements(plan.content -> 'flows') flow
                          where (flow ->> 'until')::date < ?::date)""";

    private final JdbcClient database;

    ZonePlanStore(JdbcClient database) {
        this.database = database;
    }

    /// @return whether it was added; if not, somebody else made that version
    boolean add(FacilityId facility, ZonePlans.Version version) {
        return database.sql(ADD)
                        .params(
                                facility.value(),
                                version.number(),
                                NetworkJson.write(version.plan()),
                                version.by(),
                                Timestamp.from(version.at()))
                        .update()
                == 1;
    }

    Optional<ZonePlans.Version> newest(FacilityId facility) {
        return database.sql(NEWEST)
                .param(facility.value())
                .query((row, _) -> new ZonePlans.Version(
                        row.getInt("version"),
                        NetworkJson.read(row.getString("content"), ZonePlan.class),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .optional();
    }

    List<FacilityId> withEndedOpenings(Instant now) {
        return database.sql(ENDED)
                .param(Timestamp.from(now))
                .query((row, _) -> new FacilityId(row.getObject("facility", java.util.UUID.class)))
                .list();
    }
}
