package org.asepsie.app.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Completeness;
import org.asepsie.engine.maturity.Index;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Mark;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Score;
import org.asepsie.engine.maturity.Standing;
import org.asepsie.engine.maturity.ThemeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of the standings kept for those who look at many facilities.
@Component
class StandingStore {
    /// One statement a page: as single rows, writing costs more than reading and scoring together.
    private static final String PUT = """
            insert into assessment.standing (facility, framework, version, as_of, marks,
                known, unknown, unanswered, not_applicable, themes)
            select facility, framework, version, as_of, marks, known, unknown, unanswered, not_applicable, themes
            from jsonb_to_recordset(?::jsonb) as row (facility uuid, framework text, version text,
                as_of timestamptz, marks int[], known int, unknown int, unanswered int, not_applicable int, themes jsonb)
            on conflict (facility, framework) do update set version = excluded.version, as_of = excluded.as_of,
                marks = excluded.marks, known = excluded.known, unknown = excluded.unknown,
                unanswered = excluded.unanswered, not_applicable = excluded.not_applicable, themes = excluded.themes
            where standing.as_of <= excluded.as_of""";

    private final JdbcClient database;
    private final JsonMapper json;

    StandingStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// One result on its way to the table.
    record Row(FacilityId facility, Maturity maturity) {}

    /// An older result never replaces a newer one.
    void put(List<Row> rows) {
        if (!rows.isEmpty()) {
            database.sql(PUT)
                    .param(json.writeValueAsString(
                            rows.stream().map(StandingStore::line).toList()))
                    .update();
        }
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

    private static Map<String, Object> line(Row row) {
        var maturity = row.maturity();
        var completeness = maturity.completeness();
        var line = new LinkedHashMap<String, Object>();
        line.put("facility", row.facility().value().toString());
        line.put("framework", maturity.instrument().framework());
        line.put("version", maturity.instrument().version());
        line.put("as_of", maturity.asOf().toString());
        line.put("marks", marks(maturity.overall()));
        line.put("known", completeness.known());
        line.put("unknown", completeness.unknown());
        line.put("unanswered", completeness.unanswered());
        line.put("not_applicable", completeness.notApplicable());
        line.put("themes", themes(maturity));
        return line;
    }

    private static int[] marks(Standing standing) {
        var marks = new int[11];
        put(marks, 0, standing.proven());
        put(marks, 3, standing.said());
        put(marks, 6, standing.possible());
        marks[9] = standing.declared().low().thousandths();
        marks[10] = standing.declared().high().thousandths();
        return marks;
    }

    private static void put(int[] marks, int at, Mark mark) {
        marks[at] = mark.index().thousandths();
        marks[at + 1] = mark.beforeGates().thousandths();
        marks[at + 2] = mark.score().thousandths();
    }

    private static Map<String, int[]> themes(Maturity maturity) {
        var themes = new LinkedHashMap<String, int[]>();
        maturity.themes()
                .forEach(it -> it.standing()
                        .ifPresent(standing -> themes.put(it.theme().id().value(), new int[] {
                            standing.proven().score().thousandths(),
                            standing.said().score().thousandths(),
                            standing.possible().score().thousandths()
                        })));
        return themes;
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
