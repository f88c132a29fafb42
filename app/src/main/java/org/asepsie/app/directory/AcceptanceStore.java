package org.asepsie.app.directory;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of accepted findings.
@Component
class AcceptanceStore {
    private final JdbcClient database;

    AcceptanceStore(JdbcClient database) {
        this.database = database;
    }

    void add(FacilityId facility, Acceptance acceptance) {
        database.sql("""
                        insert into directory.acceptance
                            (id, facility, point, object, object_name, until, reason, accepted_by, accepted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        acceptance.id(),
                        facility.value(),
                        acceptance.point(),
                        acceptance.object(),
                        acceptance.objectName(),
                        Date.valueOf(acceptance.until()),
                        acceptance.reason(),
                        acceptance.by(),
                        Timestamp.from(acceptance.at()))
                .update();
    }

    /// Those not withdrawn, over or not, latest end first.
    List<Acceptance> standing(FacilityId facility) {
        return database.sql("""
                        select * from directory.acceptance where facility = ? and withdrawn_at is null
                        order by until desc, accepted_at desc, id""")
                .param(facility.value())
                .query(AcceptanceStore::acceptance)
                .list();
    }

    /// @return whether there was anything to withdraw
    boolean withdraw(FacilityId facility, UUID id, String by, Instant at) {
        return database.sql("""
                                update directory.acceptance set withdrawn_by = ?, withdrawn_at = ?
                                where facility = ? and id = ? and withdrawn_at is null""")
                        .params(by, Timestamp.from(at), facility.value(), id)
                        .update()
                > 0;
    }

    private static Acceptance acceptance(ResultSet row, int index) throws SQLException {
        return new Acceptance(
                row.getObject("id", UUID.class),
                row.getString("point"),
                row.getString("object"),
                row.getString("object_name"),
                row.getObject("until", LocalDate.class),
                row.getString("reason"),
                row.getString("accepted_by"),
                row.getTimestamp("accepted_at").toInstant());
    }
}
