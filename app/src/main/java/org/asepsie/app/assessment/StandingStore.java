package org.asepsie.app.assessment;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Completeness;
import org.asepsie.engine.maturity.Index;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Mark;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Score;
import org.asepsie.engine.maturity.Standing;
import org.asepsie.engine.maturity.ThemeId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the standings kept for those who look at many facilities.
@Component
class StandingStore {
    private static final String PUT = """
            insert into assessment.standing (facility, framework, version, as_of, marks,
                known, unknown, unanswered, not_applicable, themes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (facility, framework) do update set version = excluded.version, as_of = excluded.as_of,
                marks = excluded.marks, known = excluded.known, unknown = excluded.unknown,
                unanswered = excluded.unanswered, not_applicable = excluded.not_applicable, themes = excluded.themes
            where standing.as_of <= excluded.as_of""";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    StandingStore(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// One result on its way to the table.
    record Row(FacilityId facility, Maturity maturity) {}

    /// An older result never replaces a newer one.
    void put(Collection<Row> rows) {
        batches.batchUpdate(PUT, rows, 500, StandingStore::bind);
    }

    Map<FacilityId, Latest> latest(Collection<FacilityId> facilities, String framework) {
        var found = new HashMap<FacilityId, Latest>();
        database.sql("select * from assessment.standing where framework = ? and facility = any (?)")
                .params(framework, facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .query(StandingStore::latest)
                .list()
                .forEach(it -> found.put(it.facility(), it));
        return found;
    }

    Map<FacilityId, Map<ThemeId, Score>> themes(Collection<FacilityId> facilities, String framework) {
        var found = new HashMap<FacilityId, Map<ThemeId, Score>>();
        database.sql("""
                        select facility, theme.key, (theme.value ->> 1)::int as said
                        from assessment.standing, jsonb_each(themes) theme
                        where framework = ? and facility = any (?)""")
                .params(framework, facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(new FacilityId(row.getObject("facility", UUID.class)), _ -> new HashMap<>())
                            .put(new ThemeId(row.getString("key")), new Score(row.getInt("said")));
                });
        return found;
    }

    List<Latest> latest(FacilityId facility) {
        return database.sql("select * from assessment.standing where facility = ? order by framework")
                .param(facility.value())
                .query(StandingStore::latest)
                .list();
    }

    /// The facilities that said or proved anything, after `last`, by id: a page of a long walk.
    List<FacilityId> facilitiesAfter(UUID last, int most) {
        return database.sql("select id from facility.site where id > ? and closed_on is null order by id limit ?")
                .params(last, most)
                .query((row, _) -> new FacilityId(row.getObject("id", UUID.class)))
                .list();
    }

    private static void bind(PreparedStatement statement, Row row) throws SQLException {
        var maturity = row.maturity();
        var completeness = maturity.completeness();
        statement.setObject(1, row.facility().value());
        statement.setString(2, maturity.instrument().framework());
        statement.setString(3, maturity.instrument().version());
        statement.setTimestamp(4, Timestamp.from(maturity.asOf()));
        statement.setArray(5, marks(statement.getConnection(), maturity.overall()));
        statement.setInt(6, completeness.known());
        statement.setInt(7, completeness.unknown());
        statement.setInt(8, completeness.unanswered());
        statement.setInt(9, completeness.notApplicable());
        statement.setString(10, themes(maturity));
    }

    private static Array marks(Connection connection, Standing standing) throws SQLException {
        var marks = new Integer[11];
        put(marks, 0, standing.proven());
        put(marks, 3, standing.said());
        put(marks, 6, standing.possible());
        marks[9] = standing.declared().low().thousandths();
        marks[10] = standing.declared().high().thousandths();
        return connection.createArrayOf("int4", marks);
    }

    private static void put(Integer[] marks, int at, Mark mark) {
        marks[at] = mark.index().thousandths();
        marks[at + 1] = mark.beforeGates().thousandths();
        marks[at + 2] = mark.score().thousandths();
    }

    /// Names of themes are lower-case letters, digits, dots and hyphens, so nothing needs escaping.
    private static String themes(Maturity maturity) {
        return maturity.themes().stream()
                .filter(it -> it.standing().isPresent())
                .map(it -> {
                    var standing = it.standing().orElseThrow();
                    return "\"%s\":[%d,%d,%d]"
                            .formatted(
                                    it.theme().id().value(),
                                    standing.proven().score().thousandths(),
                                    standing.said().score().thousandths(),
                                    standing.possible().score().thousandths());
                })
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Latest latest(ResultSet row, int index) throws SQLException {
        var marks = (Integer[]) row.getArray("marks").getArray();
        return new Latest(
                new FacilityId(row.getObject("facility", UUID.class)),
                new Instrument.Id(row.getString("framework"), row.getString("version")),
                row.getTimestamp("as_of").toInstant(),
                new Standing(
                        mark(marks, 0),
                        mark(marks, 3),
                        mark(marks, 6),
                        new Standing.Interval(new Score(marks[9]), new Score(marks[10]))),
                new Completeness(
                        row.getInt("known"),
                        row.getInt("unknown"),
                        row.getInt("unanswered"),
                        row.getInt("not_applicable")));
    }

    private static Mark mark(Integer[] marks, int at) {
        return new Mark(new Index(marks[at]), new Score(marks[at + 1]), new Score(marks[at + 2]));
    }
}
