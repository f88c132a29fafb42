package org.asepsie.app.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of the observatory's figures.
@Component
class FigureStore {
    private final JdbcClient database;
    private final JsonMapper json;

    FigureStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Replaces all figures at once; two jobs at a time wait for each other.
    void replace(List<Figure> figures, Instant at) {
        database.sql("select pg_advisory_xact_lock(hashtext('home.figure'))")
                .query((_, _) -> true)
                .single();
        database.sql("delete from home.figure").update();
        figures.forEach(it -> add(it, at));
    }

    private void add(Figure figure, Instant at) {
        var shown = figure.shown();
        var levels = shown.flatMap(Figure.Shown::levels);
        database.sql("""
                        insert into home.figure (region, name, kind, facilities, said, proven, shares, made_at)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
                .params(figure.region(), figure.name(), figure.kind())
                .param(shown.map(Figure.Shown::facilities).orElse(null))
                .param(levels.map(it -> quartiles(it.said())).orElse(null))
                .param(levels.map(it -> quartiles(it.proven())).orElse(null))
                .param(levels.map(it -> json.writeValueAsString(it.shares())).orElse(null))
                .param(Timestamp.from(at))
                .update();
    }

    private static Integer[] quartiles(Figure.Quartiles quartiles) {
        return new Integer[] {quartiles.low(), quartiles.median(), quartiles.high()};
    }

    List<Figure> all() {
        return database.sql("select * from home.figure order by region = '', name, kind = '', kind")
                .query((row, _) -> figure(row))
                .list();
    }

    Optional<Instant> madeAt() {
        return database.sql("select made_at from home.figure limit 1")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private Figure figure(ResultSet row) throws SQLException {
        var facilities = (Integer) row.getObject("facilities");
        var levels = row.getArray("said") == null
                ? Optional.<Figure.Levels>empty()
                : Optional.of(new Figure.Levels(
                        quartiles(row, "said"), quartiles(row, "proven"), shares(row.getString("shares"))));
        return new Figure(
                row.getString("region"),
                row.getString("name"),
                row.getString("kind"),
                Optional.ofNullable(facilities).map(it -> new Figure.Shown(it, levels)));
    }

    private Map<String, Integer> shares(String written) {
        return new HashMap<>(json.readValue(written, new TypeReference<Map<String, Integer>>() {}));
    }

    private static Figure.Quartiles quartiles(ResultSet row, String column) throws SQLException {
        var values = (Integer[]) row.getArray(column).getArray();
        return new Figure.Quartiles(values[0], values[1], values[2]);
    }
}
