package org.asepsie.app.facility.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.asepsie.app.facility.register.ImportReport.Problem;
import org.asepsie.app.facility.register.ImportReport.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the reports of imports.
@Component
class ImportLogStore {
    private final JdbcClient database;

    ImportLogStore(JdbcClient database) {
        this.database = database;
    }

    void begin(ImportId id, String fileName, long size, String startedBy, Instant now) {
        database.sql("""
                        insert into facility.finess_import
                            (id, file_name, size_bytes, started_by, started_at, beat_at, state)
                        values (:id, :file, :size, :by, :now, :now, 'running')""")
                .param("id", id.value())
                .param("file", fileName)
                .param("size", size)
                .param("by", startedBy)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void progress(ImportId id, long bytesRead, Tally tally, Instant now) {
        database.sql("""
                        update facility.finess_import
                        set bytes_read = ?, read = ?, added = ?, changed = ?, unchanged = ?, closed = ?, reopened = ?,
                            refused = ?, key_warnings = ?, absent = ?, beat_at = ?
                        where id = ?""")
                .params(
                        bytesRead,
                        tally.read(),
                        tally.added(),
                        tally.changed(),
                        tally.unchanged(),
                        tally.closed(),
                        tally.reopened(),
                        tally.refused(),
                        tally.keyWarnings(),
                        tally.absent(),
                        now.atOffset(ZoneOffset.UTC),
                        id.value())
                .update();
    }

    void end(ImportId id, State state, Optional<Problem> problem, Instant now) {
        database.sql("""
                        update facility.finess_import
                        set state = ?, problem = ?, problem_line = ?, ended_at = ? where id = ?""")
                .param(state.name().toLowerCase(Locale.ROOT))
                .param(problem.map(Problem::why).orElse(null))
                .param(problem.map(Problem::line).orElse(0L))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id.value())
                .update();
    }

    void note(ImportId id, List<Note> notes) {
        database.sql("""
                        insert into facility.finess_note (import, ordinal, kind, line, finess, what, before, after)
                        select cast(? as uuid), ordinal, kind, cast(line as bigint), finess, what, before, after
                        from unnest(?, ?, ?, ?, ?, ?) with ordinality
                            as told (kind, line, finess, what, before, after, ordinal)""")
                .param(id.value())
                .param(column(notes, it -> it.kind().code()))
                .param(column(notes, it -> String.valueOf(it.line())))
                .param(column(notes, Note::finess))
                .param(column(notes, Note::what))
                .param(column(notes, Note::before))
                .param(column(notes, Note::after))
                .update();
    }

    Optional<ImportReport> byId(ImportId id) {
        return database.sql("select * from facility.finess_import where id = ?")
                .param(id.value())
                .query(ImportLogStore::report)
                .optional();
    }

    List<ImportReport> newest(int limit) {
        return database.sql("select * from facility.finess_import order by started_at desc, id limit ?")
                .param(limit)
                .query(ImportLogStore::report)
                .list();
    }

    List<Note> notes(ImportId id) {
        return database.sql("select * from facility.finess_note where import = ? order by ordinal")
                .param(id.value())
                .query((row, _) -> new Note(
                        Note.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getLong("line"),
                        row.getString("finess"),
                        row.getString("what"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    private static String[] column(List<Note> notes, Function<Note, String> value) {
        return notes.stream().map(value).toArray(String[]::new);
    }

    private static ImportReport report(ResultSet row, int index) throws SQLException {
        var problem = row.getString("problem");
        var ended = row.getTimestamp("ended_at");
        return new ImportReport(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                row.getLong("size_bytes"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("beat_at").toInstant(),
                ended == null ? Optional.empty() : Optional.of(ended.toInstant()),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                problem == null ? Optional.empty() : Optional.of(new Problem(problem, row.getLong("problem_line"))),
                row.getLong("bytes_read"),
                new Tally(
                        row.getLong("read"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("closed"),
                        row.getLong("reopened"),
                        row.getLong("refused"),
                        row.getLong("key_warnings"),
                        row.getLong("absent")));
    }
}
