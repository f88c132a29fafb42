package org.asepsie.app.schedule;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.knowledge.Measure.Skill;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what a facility can spend and of what it wishes.
@Component
class WishStore {
    private static final String PUT_MEANS = """
            insert into schedule.means (facility, quarters, days_direction, days_it, days_hr, days_care, euros,
                euros_first, changed_by, changed_at)
            values (:facility, :quarters, :direction, :it, :hr, :care, :euros, :first, :by, :at)
            on conflict (facility) do update set quarters = excluded.quarters,
                days_direction = excluded.days_direction, days_it = excluded.days_it, days_hr = excluded.days_hr,
                days_care = excluded.days_care, euros = excluded.euros, euros_first = excluded.euros_first,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at""";

    private final JdbcClient database;

    WishStore(JdbcClient database) {
        this.database = database;
    }

    Optional<OwnMeans> means(FacilityId facility) {
        return database.sql("select * from schedule.means where facility = ?")
                .param(facility.value())
                .query(WishStore::ownMeans)
                .optional();
    }

    private static OwnMeans ownMeans(ResultSet row, int index) throws SQLException {
        var days = new EnumMap<Skill, Double>(Skill.class);
        days.put(Skill.DIRECTION, row.getDouble("days_direction"));
        days.put(Skill.IT, row.getDouble("days_it"));
        days.put(Skill.HR, row.getDouble("days_hr"));
        days.put(Skill.CARE, row.getDouble("days_care"));
        var first = row.getLong("euros_first");
        var eurosFirst = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(first);
        return new OwnMeans(row.getInt("quarters"), days, row.getLong("euros"), eurosFirst, true);
    }

    void put(FacilityId facility, OwnMeans means, String by, Instant at) {
        database.sql(PUT_MEANS)
                .param("facility", facility.value())
                .param("quarters", means.quarters())
                .param("direction", means.day(Skill.DIRECTION))
                .param("it", means.day(Skill.IT))
                .param("hr", means.day(Skill.HR))
                .param("care", means.day(Skill.CARE))
                .param("euros", means.euros())
                .param(
                        "first",
                        means.eurosFirst().isPresent() ? means.eurosFirst().getAsLong() : null)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Back to what kind and size propose.
    void forgetMeans(FacilityId facility) {
        database.sql("delete from schedule.means where facility = ?")
                .param(facility.value())
                .update();
    }

    /// By measure.
    List<HandMove> moves(FacilityId facility) {
        return database.sql("select * from schedule.hand_move where facility = ? order by measure")
                .param(facility.value())
                .query((row, _) -> new HandMove(
                        new MeasureId(row.getString("measure")),
                        HandMove.Kind.of(row.getString("kind")).orElseThrow(),
                        Optional.ofNullable(row.getObject("quarter", LocalDate.class))
                                .map(Quarter::of),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    void put(FacilityId facility, HandMove move) {
        database.sql("""
                        insert into schedule.hand_move (facility, measure, kind, quarter, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (facility, measure) do update set kind = excluded.kind,
                            quarter = excluded.quarter, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at""")
                .params(facility.value(), move.measure().value(), move.kind().code())
                .param(move.quarter().map(it -> Date.valueOf(it.start())).orElse(null))
                .param(move.by())
                .param(Timestamp.from(move.at()))
                .update();
    }

    /// @return whether there was one
    boolean take(FacilityId facility, MeasureId measure) {
        return database.sql("delete from schedule.hand_move where facility = ? and measure = ?")
                        .params(facility.value(), measure.value())
                        .update()
                > 0;
    }

    /// The nearest first.
    List<BindingDay> days(FacilityId facility) {
        return database.sql("select * from schedule.binding_date where facility = ? order by by_day, title, id")
                .param(facility.value())
                .query(WishStore::day)
                .list();
    }

    private static BindingDay day(ResultSet row, int index) throws SQLException {
        var measures = (String[]) row.getArray("measures").getArray();
        return new BindingDay(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getObject("by_day", LocalDate.class),
                Arrays.stream(measures).map(MeasureId::new).toList(),
                Optional.ofNullable(row.getString("proposal")),
                new BindingDay.Author(
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()));
    }

    void put(FacilityId facility, BindingDay day) {
        database.sql("""
                        insert into schedule.binding_date (id, facility, title, by_day, measures, proposal,
                            changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        day.id(),
                        facility.value(),
                        day.title(),
                        Date.valueOf(day.by()),
                        day.measures().stream().map(MeasureId::value).toArray(String[]::new))
                .param(day.proposal().orElse(null))
                .param(day.entered().name())
                .param(Timestamp.from(day.entered().at()))
                .update();
    }

    /// @return whether there was one
    boolean remove(FacilityId facility, UUID day) {
        return database.sql("delete from schedule.binding_date where facility = ? and id = ?")
                        .params(facility.value(), day)
                        .update()
                > 0;
    }
}
