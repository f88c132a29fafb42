package org.asepsie.app.plan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.knowledge.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of decisions, and of the days a facility gives. Their history is [EntryStore]'s.
@Component
class PlanStore {
    private static final String COUNTS = """
            select facility,
                   count(*) filter (where status = 'planned') as planned,
                   count(*) filter (where status = 'under-way') as under_way,
                   count(*) filter (where status in ('planned', 'under-way') and due < :today) as late,
                   count(*) filter (where status = 'done') as done,
                   count(*) filter (where status = 'done' and proven_until > :now) as proven
            from plan.action where facility = any (:facilities) group by facility""";

    private static final String PUT = """
            insert into plan.action (facility, action, title_fr, title_en, status, reason, owner, due, quarter,
                done_at, proven_until, version, changed_by, changed_at)
            values (:facility, :action, :fr, :en, :status, :reason, :owner, :due, :quarter,
                :doneAt, :provenUntil, :version, :by, :at)
            on conflict (facility, action) do update set title_fr = excluded.title_fr, title_en = excluded.title_en,
                status = excluded.status, reason = excluded.reason, owner = excluded.owner, due = excluded.due,
                quarter = excluded.quarter, done_at = excluded.done_at, proven_until = excluded.proven_until,
                version = excluded.version, changed_by = excluded.changed_by, changed_at = excluded.changed_at""";

    private final JdbcClient database;

    PlanStore(JdbcClient database) {
        this.database = database;
    }

    /// What is decided of one action waits for its turn: two decisions at once would each believe to be the newest.
    void oneAtATime(FacilityId facility, ActionId action) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("plan.action " + facility + " " + action)
                .query((_, _) -> true)
                .single();
    }

    Map<ActionId, Decision> decisions(FacilityId facility) {
        var decisions = new LinkedHashMap<ActionId, Decision>();
        database.sql("select * from plan.action where facility = ? order by action")
                .param(facility.value())
                .query(PlanStore::decision)
                .list()
                .forEach(it -> decisions.put(it.action(), it));
        return decisions;
    }

    Map<FacilityId, List<Decision>> decisions(Collection<FacilityId> facilities) {
        var decisions = new LinkedHashMap<FacilityId, List<Decision>>();
        database.sql("select * from plan.action where facility = any (?) order by facility, action")
                .param(facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .query(PlanStore::decision)
                .list()
                .forEach(it -> decisions
                        .computeIfAbsent(it.facility(), _ -> new ArrayList<>())
                        .add(it));
        return decisions;
    }

    /// Where a decided action was proven until a moment that is past.
    List<FacilityId> provenNoLonger(Instant now) {
        return database.sql("""
                        select distinct facility from plan.action
                        where proven_until <= ? and status in ('planned', 'under-way', 'done') order by facility""")
                .param(Timestamp.from(now))
                .query((row, _) -> new FacilityId(row.getObject("facility", UUID.class)))
                .list();
    }

    Optional<Decision> decision(FacilityId facility, ActionId action) {
        return database.sql("select * from plan.action where facility = ? and action = ?")
                .params(facility.value(), action.toString())
                .query(PlanStore::decision)
                .optional();
    }

    void put(Decision decision) {
        var wish = decision.wish();
        database.sql(PUT)
                .param("facility", decision.facility().value())
                .param("action", decision.action().toString())
                .param("fr", decision.title().fr())
                .param("en", decision.title().en())
                .param("status", wish.status().code())
                .param("reason", wish.reason())
                .param("owner", wish.owner())
                .param("due", wish.due().map(Date::valueOf).orElse(null))
                .param(
                        "quarter",
                        wish.quarter().map(it -> Date.valueOf(it.start())).orElse(null))
                .param("doneAt", decision.doneAt().map(Timestamp::from).orElse(null))
                .param(
                        "provenUntil",
                        decision.provenUntil().map(Timestamp::from).orElse(null))
                .param("version", decision.version().number())
                .param("by", decision.version().by())
                .param("at", Timestamp.from(decision.version().at()))
                .update();
    }

    void provenUntil(FacilityId facility, ActionId action, Optional<Instant> until) {
        database.sql("update plan.action set proven_until = ? where facility = ? and action = ?")
                .param(until.map(Timestamp::from).orElse(null))
                .param(facility.value())
                .param(action.toString())
                .update();
    }

    Map<FacilityId, OpenCount> counts(Collection<FacilityId> facilities, LocalDate today, Instant now) {
        var counts = new LinkedHashMap<FacilityId, OpenCount>();
        database.sql(COUNTS)
                .param("today", Date.valueOf(today))
                .param("now", Timestamp.from(now))
                .param("facilities", facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(
                            new FacilityId(row.getObject("facility", UUID.class)),
                            new OpenCount(
                                    row.getInt("planned"),
                                    row.getInt("under_way"),
                                    row.getInt("late"),
                                    row.getInt("done"),
                                    row.getInt("proven")));
                });
        return counts;
    }

    Optional<Double> capacity(FacilityId facility) {
        return database.sql("select days from plan.capacity where facility = ?")
                .param(facility.value())
                .query(Double.class)
                .optional();
    }

    void putCapacity(FacilityId facility, double days, String by, Instant at) {
        database.sql("""
                        insert into plan.capacity (facility, days, changed_by, changed_at) values (?, ?, ?, ?)
                        on conflict (facility) do update set days = excluded.days,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""").params(facility.value(), days, by, Timestamp.from(at)).update();
    }

    private static Decision decision(ResultSet row, int index) throws SQLException {
        return new Decision(
                new FacilityId(row.getObject("facility", UUID.class)),
                ActionId.of(row.getString("action")),
                new Text(row.getString("title_fr"), row.getString("title_en")),
                new Wish(
                        Status.of(row.getString("status")),
                        row.getString("reason"),
                        row.getString("owner"),
                        Optional.ofNullable(row.getObject("due", LocalDate.class)),
                        Optional.ofNullable(row.getObject("quarter", LocalDate.class))
                                .map(Quarter::of)),
                moment(row, "done_at"),
                moment(row, "proven_until"),
                new Decision.Version(
                        row.getInt("version"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
