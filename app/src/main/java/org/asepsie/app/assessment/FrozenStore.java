package org.asepsie.app.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Score;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of closed diagnoses.
@Component
class FrozenStore {
    private static final String LINE =
            "select id, facility, framework, version, as_of, frozen_by, proven, said, possible from assessment.frozen ";

    /// About 100 kB each.
    private static final int KEPT = 50;

    private final JdbcClient database;
    private final JsonMapper json;

    /// What was closed never changes, and home and result compare with it at each visit: reading its JSON was a third
    /// of a page.
    private final Map<FrozenId, Snapshot> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<FrozenId, Snapshot> eldest) {
            return size() > KEPT;
        }
    });

    FrozenStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Whoever closes a diagnosis waits for whoever is closing it already.
    void oneAtATime(FacilityId facility, String framework) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("assessment.frozen " + facility + " " + framework)
                .query((row, _) -> true)
                .single();
    }

    void add(Frozen frozen, Snapshot snapshot) {
        database.sql("""
                        insert into assessment.frozen (id, facility, framework, version, as_of, frozen_by,
                            proven, said, possible, snapshot)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        frozen.id().value(),
                        frozen.facility().value(),
                        frozen.instrument().framework(),
                        frozen.instrument().version(),
                        Timestamp.from(frozen.asOf()),
                        frozen.by(),
                        frozen.proven().thousandths(),
                        frozen.said().thousandths(),
                        frozen.possible().thousandths(),
                        json.writeValueAsString(snapshot))
                .update();
    }

    /// Newest first.
    List<Frozen> of(FacilityId facility) {
        return database.sql(LINE + "where facility = ? order by as_of desc, id")
                .param(facility.value())
                .query(FrozenStore::frozen)
                .list();
    }

    /// Of many facilities by one framework, oldest first.
    List<Frozen> of(Collection<FacilityId> facilities, String framework) {
        return database.sql(LINE + "where facility = any (?) and framework = ? order by facility, as_of, id")
                .params(facilities.stream().map(FacilityId::value).toArray(UUID[]::new), framework)
                .query(FrozenStore::frozen)
                .list();
    }

    Optional<Frozen> byId(FacilityId facility, FrozenId id) {
        return database.sql(LINE + "where facility = ? and id = ?")
                .params(facility.value(), id.value())
                .query(FrozenStore::frozen)
                .optional();
    }

    Optional<Frozen> last(FacilityId facility, String framework, Instant before) {
        return database.sql(LINE + "where facility = ? and framework = ? and as_of < ? order by as_of desc limit 1")
                .params(facility.value(), framework, Timestamp.from(before))
                .query(FrozenStore::frozen)
                .optional();
    }

    /// Of a line just read, so that row-level security has judged who asks: what is kept in memory knows no walls.
    Snapshot snapshot(Frozen line) {
        var known = read.get(line.id());
        if (known != null) {
            return known;
        }
        var fetched = fetched(line.id());
        read.put(line.id(), fetched);
        return fetched;
    }

    private Snapshot fetched(FrozenId id) {
        return database.sql("select snapshot from assessment.frozen where id = ?")
                .param(id.value())
                .query((row, _) -> json.readValue(row.getString("snapshot"), Snapshot.class))
                .single();
    }

    private static Frozen frozen(ResultSet row, int index) throws SQLException {
        return new Frozen(
                new FrozenId(row.getObject("id", UUID.class)),
                new FacilityId(row.getObject("facility", UUID.class)),
                new Instrument.Id(row.getString("framework"), row.getString("version")),
                row.getTimestamp("as_of").toInstant(),
                row.getString("frozen_by"),
                new Score(row.getInt("proven")),
                new Score(row.getInt("said")),
                new Score(row.getInt("possible")));
    }
}
