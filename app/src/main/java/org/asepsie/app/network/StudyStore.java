package org.asepsie.app.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of examinations. Rows are only added.
@Component
class StudyStore {
    private static final String ADD = """
            insert into network.study (id, facility, made_by, made_at, basis, content)
            values (?, ?, ?, ?, ?, ?::jsonb)""";

    private static final String NEWEST = """
            select * from network.study where facility = ? order by seq desc limit ?""";

    private final JdbcClient database;

    StudyStore(JdbcClient database) {
        this.database = database;
    }

    record Kept(Study study, String basis) {}

    void add(FacilityId facility, Study study, String basis) {
        database.sql(ADD)
                .params(
                        study.id(),
                        facility.value(),
                        study.by(),
                        Timestamp.from(study.at()),
                        basis,
                        NetworkJson.write(study.content()))
                .update();
    }

    List<Kept> newest(FacilityId facility, int most) {
        return database.sql(NEWEST)
                .params(facility.value(), most)
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Study(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("made_by"),
                        NetworkJson.read(row.getString("content"), Study.Content.class)),
                row.getString("basis"));
    }
}
