package org.asepsie.app.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.directory.LiveSource.Appointment;
import org.asepsie.app.directory.LiveSource.Belief;
import org.asepsie.app.directory.LiveSource.Rhythm;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.collector.directory.Logbook;
import org.asepsie.collector.directory.Server;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of live sources and of what was read of them.
@Component
class LiveSourceStore {
    private static final String ALL = """
            select facility, address, line, belief, certificate, login, rhythm, weekday, hour, paused, begun_at,
                   collection, changed_by, changed_at
            from directory.live_source""";

    private final JdbcClient database;

    LiveSourceStore(JdbcClient database) {
        this.database = database;
    }

    void put(FacilityId facility, LiveSource source, byte[] sealed, String by, Instant at) {
        database.sql("""
                        insert into directory.live_source (facility, address, line, belief, certificate, login, password,
                            rhythm, weekday, hour, changed_by, changed_at)
                        values (:facility, :address, :line, :belief, :certificate, :login, :password,
                            :rhythm, :weekday, :hour, :by, :at)
                        on conflict (facility) do update set address = excluded.address, line = excluded.line,
                            belief = excluded.belief, certificate = excluded.certificate, login = excluded.login,
                            password = excluded.password, rhythm = excluded.rhythm, weekday = excluded.weekday,
                            hour = excluded.hour, paused = false, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at""")
                .param("facility", facility.value())
                .param("address", source.address())
                .param("line", code(source.line()))
                .param("belief", code(source.belief()))
                .param("certificate", source.certificate())
                .param("login", source.user())
                .param("password", sealed)
                .param("rhythm", code(source.when().rhythm()))
                .param("weekday", source.when().weekday().getValue())
                .param("hour", source.when().hour())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean remove(FacilityId facility) {
        return database.sql("delete from directory.live_source where facility = ?")
                        .param(facility.value())
                        .update()
                > 0;
    }

    Optional<LiveStanding> find(FacilityId facility) {
        return database.sql(ALL + " where facility = ?")
                .param(facility.value())
                .query(LiveSourceStore::standing)
                .optional();
    }

    List<LiveStanding> withAppointment() {
        return database.sql(ALL + " where rhythm <> 'by_hand' and not paused order by facility")
                .query(LiveSourceStore::standing)
                .list();
    }

    Optional<byte[]> sealedPassword(FacilityId facility) {
        return database.sql("select password from directory.live_source where facility = ?")
                .param(facility.value())
                .query((row, _) -> row.getBytes("password"))
                .optional();
    }

    /// Takes the reading for oneself: false if another node began it since.
    boolean claim(LiveStanding seen, Instant at) {
        return database.sql("""
                        update directory.live_source set begun_at = :at
                        where facility = :facility and begun_at is not distinct from :seen""")
                        .param("at", Timestamp.from(at))
                        .param("facility", seen.facility().value())
                        .param("seen", seen.begun().map(Timestamp::from).orElse(null), java.sql.Types.TIMESTAMP)
                        .update()
                > 0;
    }

    void begun(FacilityId facility, CollectionId collection, Instant at) {
        database.sql("update directory.live_source set begun_at = ?, collection = ? where facility = ?")
                .params(Timestamp.from(at), collection.value(), facility.value())
                .update();
    }

    void pause(FacilityId facility) {
        database.sql("update directory.live_source set paused = true where facility = ?")
                .param(facility.value())
                .update();
    }

    void recorded(FacilityId facility, CollectionId collection, Logbook logbook) {
        var position = 0;
        for (var it : logbook.searches()) {
            database.sql("""
                            insert into directory.reading
                                (collection, facility, position, base, entries, described, took_ms, refused)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            collection.value(),
                            facility.value(),
                            position++,
                            it.base(),
                            it.entries(),
                            it.withDescriptor(),
                            it.took().toMillis(),
                            it.refused().orElse(""))
                    .update();
        }
    }

    List<Reading> readings(FacilityId facility, CollectionId collection) {
        return database.sql("""
                        select base, entries, described, took_ms, refused from directory.reading
                        where facility = ? and collection = ? order by position""")
                .params(facility.value(), collection.value())
                .query((row, _) -> new Reading(
                        row.getString("base"),
                        row.getLong("entries"),
                        row.getLong("described"),
                        Duration.ofMillis(row.getLong("took_ms")),
                        row.getString("refused")))
                .list();
    }

    private static LiveStanding standing(ResultSet row, int index) throws SQLException {
        return new LiveStanding(
                new FacilityId(row.getObject("facility", UUID.class)),
                new LiveSource(
                        row.getString("address"),
                        Server.Line.valueOf(row.getString("line").toUpperCase(Locale.ROOT)),
                        Belief.valueOf(row.getString("belief").toUpperCase(Locale.ROOT)),
                        row.getString("certificate"),
                        row.getString("login"),
                        new Appointment(
                                Rhythm.valueOf(row.getString("rhythm").toUpperCase(Locale.ROOT)),
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getInt("hour"))),
                row.getBoolean("paused"),
                Optional.ofNullable(row.getTimestamp("begun_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("collection", UUID.class)).map(CollectionId::new),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
