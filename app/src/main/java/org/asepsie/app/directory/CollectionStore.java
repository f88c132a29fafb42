package org.asepsie.app.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.directory.Collection.Course;
import org.asepsie.app.directory.Collection.Figures;
import org.asepsie.app.directory.Collection.Stage;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.knowledge.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of collections and of what they proved.
@Component
class CollectionStore {
    private static final String LINE = """
            select id, facility, name, size_bytes, started_by, started_at, beat_at, state, stage, step, steps,
                   problem_fr, problem_en, collected_at, level, evaluated, points, failing, exposed, accounts
            from directory.collection""";

    private final JdbcClient database;

    CollectionStore(JdbcClient database) {
        this.database = database;
    }

    /// One piece of evidence that a collection gave.
    record Published(String indicator, double value, UUID evidence) {}

    void begin(CollectionId id, FacilityId facility, String name, long size, String by, Instant at) {
        database.sql("""
                        insert into directory.collection
                            (id, facility, name, size_bytes, started_by, started_at, beat_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'running')""")
                .params(id.value(), facility.value(), name, size, by, Timestamp.from(at), Timestamp.from(at))
                .update();
    }

    void progress(CollectionId id, Stage stage, int step, int steps, Instant at) {
        database.sql("update directory.collection set stage = ?, step = ?, steps = ?, beat_at = ? where id = ?")
                .params(code(stage), step, steps, Timestamp.from(at), id.value())
                .update();
    }

    void stopped(CollectionId id, State state, Text problem, Instant at) {
        database.sql("""
                        update directory.collection set state = ?, problem_fr = ?, problem_en = ?, ended_at = ?
                        where id = ?""")
                .params(code(state), problem.fr(), problem.en(), Timestamp.from(at), id.value())
                .update();
    }

    /// The compressed answer in both languages, the map, and the sealed forest, empty if it is too large.
    record Kept(byte[] french, byte[] english, byte[] map, Optional<byte[]> forest) {}

    void done(CollectionId id, Optional<Instant> collectedAt, Figures figures, Kept kept, Instant at) {
        database.sql("""
                        update directory.collection set state = 'done', step = steps, collected_at = :collected,
                            level = :level, evaluated = :evaluated, points = :points, failing = :failing,
                            exposed = :exposed, accounts = :accounts, answer_fr = :fr, answer_en = :en, map = :map,
                            forest = :forest,
                            ended_at = :at, beat_at = :at
                        where id = :id""")
                .param("collected", collectedAt.map(Timestamp::from).orElse(null))
                .param("level", figures.level())
                .param("evaluated", figures.evaluated())
                .param("points", figures.points())
                .param("failing", figures.failing())
                .param("exposed", figures.exposed())
                .param("accounts", figures.accounts())
                .param("fr", kept.french())
                .param("en", kept.english())
                .param("map", kept.map())
                .param("forest", kept.forest().orElse(null), Types.BINARY)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    Optional<Collection> find(FacilityId facility, CollectionId id) {
        return database.sql(LINE + " where facility = ? and id = ?")
                .params(facility.value(), id.value())
                .query(CollectionStore::collection)
                .optional();
    }

    /// Newest state of the directory first.
    List<Collection> all(FacilityId facility) {
        return database.sql(LINE
                        + " where facility = ? order by coalesce(collected_at, started_at) desc, started_at desc, id")
                .param(facility.value())
                .query(CollectionStore::collection)
                .list();
    }

    Optional<byte[]> answer(CollectionId id, boolean french) {
        return bytes(
                french
                        ? "select answer_fr from directory.collection where id = ? and state = 'done'"
                        : "select answer_en from directory.collection where id = ? and state = 'done'",
                id);
    }

    Optional<byte[]> map(CollectionId id) {
        return bytes("select map from directory.collection where id = ? and state = 'done'", id);
    }

    /// The sealed forest; empty where it was not kept.
    Optional<byte[]> forest(CollectionId id) {
        return bytes(
                "select forest from directory.collection where id = ? and state = 'done' and forest is not null", id);
    }

    private Optional<byte[]> bytes(String sql, CollectionId id) {
        return database.sql(sql)
                .param(id.value())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    void delete(FacilityId facility, CollectionId id) {
        database.sql("delete from directory.collection where facility = ? and id = ?")
                .params(facility.value(), id.value())
                .update();
    }

    void published(CollectionId id, FacilityId facility, Published piece) {
        database.sql("""
                        insert into directory.published (collection, facility, indicator, value, evidence)
                        values (?, ?, ?, ?, ?)""")
                .params(id.value(), facility.value(), piece.indicator(), piece.value(), piece.evidence())
                .update();
    }

    List<Published> published(CollectionId id) {
        return database.sql("select * from directory.published where collection = ? order by indicator")
                .param(id.value())
                .query((row, _) -> new Published(
                        row.getString("indicator"), row.getDouble("value"), row.getObject("evidence", UUID.class)))
                .list();
    }

    private static Collection collection(ResultSet row, int index) throws SQLException {
        var collected = row.getTimestamp("collected_at");
        var done = row.getString("state").equals("done");
        return new Collection(
                new CollectionId(row.getObject("id", UUID.class)),
                new FacilityId(row.getObject("facility", UUID.class)),
                row.getString("name"),
                row.getLong("size_bytes"),
                new Course(
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                        row.getInt("step"),
                        row.getInt("steps"),
                        row.getString("started_by"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("beat_at").toInstant()),
                new Text(row.getString("problem_fr"), row.getString("problem_en")),
                Optional.ofNullable(collected).map(Timestamp::toInstant),
                done
                        ? Optional.of(new Figures(
                                row.getInt("level"),
                                row.getInt("evaluated"),
                                row.getInt("points"),
                                row.getInt("failing"),
                                row.getInt("exposed"),
                                row.getInt("accounts")))
                        : Optional.empty());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
