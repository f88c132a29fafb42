package org.asepsie.app.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.engine.maturity.Measure.Range;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the ranges that administrators put in place of ours. They concern no facility more than another.
@Component
class ParameterStore {
    /// What counts with the size of the establishment is entered for one of this size.
    private static final String WITH_SIZE = ":records";

    private final JdbcClient database;

    ParameterStore(JdbcClient database) {
        this.database = database;
    }

    /// The newest decision on each parameter that puts another range in place.
    List<ParameterChange> newest(FacilityKind kind) {
        return database.sql("""
                        select * from (select distinct on (parameter) * from schedule.parameter
                            where kind = ? order by parameter, position desc) newest
                        where low is not null order by parameter""")
                .param(kind.code())
                .query(ParameterStore::change)
                .list();
    }

    /// Every decision, newest first.
    List<ParameterChange> all(FacilityKind kind) {
        return database.sql("select * from schedule.parameter where kind = ? order by position desc limit 200")
                .param(kind.code())
                .query(ParameterStore::change)
                .list();
    }

    /// The ranges in force for an establishment of that kind and size, by parameter.
    Map<String, Range> inForce(FacilityKind kind, int places) {
        var ranges = new TreeMap<String, Range>();
        for (var change : newest(kind)) {
            var range = change.range().orElseThrow();
            var factor = change.parameter().endsWith(WITH_SIZE) ? (double) places / Bases.USUAL_PLACES : 1;
            ranges.put(change.parameter(), new Range(range.low() * factor, range.high() * factor));
        }
        return ranges;
    }

    void add(ParameterChange change) {
        database.sql("""
                        insert into schedule.parameter (kind, parameter, low, high, reason, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(change.kind().code())
                .param(change.parameter())
                .param(change.range().map(Range::low).orElse(null))
                .param(change.range().map(Range::high).orElse(null))
                .param(change.reason())
                .param(change.by())
                .param(Timestamp.from(change.at()))
                .update();
    }

    private static ParameterChange change(ResultSet row, int index) throws SQLException {
        var low = row.getDouble("low");
        Optional<Range> range = row.wasNull() ? Optional.empty() : Optional.of(new Range(low, row.getDouble("high")));
        return new ParameterChange(
                FacilityKind.of(row.getString("kind")),
                row.getString("parameter"),
                range,
                row.getString("reason"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
