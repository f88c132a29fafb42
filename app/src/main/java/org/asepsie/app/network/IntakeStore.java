package org.asepsie.app.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Intake.Course;
import org.asepsie.app.network.Intake.Kind;
import org.asepsie.app.network.Intake.Stage;
import org.asepsie.app.network.Intake.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of files that are read behind the page.
@Component
class IntakeStore {
    private static final String BEGIN = """
            insert into network.intake
                (id, facility, kind, name, all_bytes, started_by, started_at, beat_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'running')""";

    private static final String PROGRESS = """
            update network.intake set stage = ?, read_bytes = ?, beat_at = ? where id = ? and state = 'running'""";

    private static final String END = """
            update network.intake set state = ?, refusal = ?::jsonb, ended_at = ?, beat_at = ? where id = ?""";

    private static final String UNDER_WAY = """
            select * from network.intake where facility = ? and state = 'running' order by started_at""";

    private final JdbcClient database;

    IntakeStore(JdbcClient database) {
        this.database = database;
    }

    void begin(UUID id, FacilityId facility, Kind kind, String name, long bytes, String by, Instant at) {
        var now = Timestamp.from(at);
        database.sql(BEGIN)
                .params(id, facility.value(), code(kind), name, bytes, by, now, now)
                .update();
    }

    void progress(UUID id, Stage stage, long read, Instant at) {
        database.sql(PROGRESS).params(code(stage), read, Timestamp.from(at), id).update();
    }

    void end(UUID id, State state, Optional<NetworkRefused> refused, Instant at) {
        var now = Timestamp.from(at);
        database.sql(END)
                .param(code(state))
                .param(refused.map(KeptRefusal::write).orElse(null))
                .params(now, now, id)
                .update();
    }

    Optional<Intake> find(FacilityId facility, UUID id) {
        return database.sql("select * from network.intake where facility = ? and id = ?")
                .params(facility.value(), id)
                .query(IntakeStore::intake)
                .optional();
    }

    /// Those that nobody ended, the oldest first.
    List<Intake> underWay(FacilityId facility) {
        return database.sql(UNDER_WAY)
                .param(facility.value())
                .query(IntakeStore::intake)
                .list();
    }

    private static Intake intake(ResultSet row, int index) throws SQLException {
        return new Intake(
                row.getObject("id", UUID.class),
                new FacilityId(row.getObject("facility", UUID.class)),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                new Course(
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                        row.getLong("read_bytes"),
                        row.getLong("all_bytes"),
                        row.getString("started_by"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("beat_at").toInstant()),
                Optional.ofNullable(row.getString("refusal")).map(KeptRefusal::read));
    }

    private static String code(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT);
    }
}
