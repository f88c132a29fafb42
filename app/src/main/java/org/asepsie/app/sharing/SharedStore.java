package org.asepsie.app.sharing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Status;
import org.asepsie.knowledge.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of shared actions and of the sites that share them.
@Component
class SharedStore {
    private final JdbcClient database;

    SharedStore(JdbcClient database) {
        this.database = database;
    }

    void add(SharedAction shared) {
        database.sql("""
                        insert into sharing.action (id, node, action, title_fr, title_en, status, owner, due, sites,
                            version, changed_by, changed_at)
                        values (:id, :node, :action, :fr, :en, :status, :owner, :due, :sites, :version, :by, :at)""")
                .param("id", shared.id().value())
                .param("node", shared.node().value())
                .param("action", shared.action().toString())
                .param("fr", shared.title().fr())
                .param("en", shared.title().en())
                .param("status", shared.terms().status().code())
                .param("owner", shared.terms().owner())
                .param("due", shared.terms().due().map(Date::valueOf).orElse(null))
                .param("sites", shared.sites())
                .param("version", shared.version())
                .param("by", shared.changed().by())
                .param("at", Timestamp.from(shared.changed().at()))
                .update();
    }

    /// @return false if somebody else changed it since `seen`
    boolean change(SharedId id, SharedAction.Terms terms, int seen, SharedAction.Stamp stamp) {
        return database.sql("""
                        update sharing.action set status = :status, owner = :owner, due = :due, version = version + 1,
                            changed_by = :by, changed_at = :at
                        where id = :id and version = :seen and dissolved_at is null""")
                        .param("status", terms.status().code())
                        .param("owner", terms.owner())
                        .param("due", terms.due().map(Date::valueOf).orElse(null))
                        .param("by", stamp.by())
                        .param("at", Timestamp.from(stamp.at()))
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    void join(SharedId id, FacilityId facility, ActionId action) {
        database.sql("""
                        insert into sharing.member (shared, facility, action) values (?, ?, ?)
                        on conflict (shared, facility) do update set left_at = null""")
                .params(id.value(), facility.value(), action.toString())
                .update();
    }

    /// @return how many left: 0 when the site no longer shared it
    int leave(SharedId id, FacilityId facility, Instant at) {
        return database.sql(
                        "update sharing.member set left_at = ? where shared = ? and facility = ? and left_at is null")
                .params(Timestamp.from(at), id.value(), facility.value())
                .update();
    }

    void count(SharedId id) {
        database.sql("""
                        update sharing.action set sites =
                            (select count(*) from sharing.member where shared = action.id and left_at is null)
                        where id = ?""").param(id.value()).update();
    }

    void dissolve(SharedId id, Instant at) {
        database.sql("update sharing.member set left_at = ? where shared = ? and left_at is null")
                .params(Timestamp.from(at), id.value())
                .update();
        database.sql("update sharing.action set dissolved_at = ?, sites = 0 where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    Optional<SharedAction> find(SharedId id) {
        return database.sql("select * from sharing.action where id = ? and dissolved_at is null")
                .param(id.value())
                .query(SharedStore::shared)
                .optional();
    }

    List<SharedAction> at(NodeId node) {
        return database.sql("""
                        select * from sharing.action where node = ? and dissolved_at is null
                        order by due nulls last, title_fr, id""").param(node.value()).query(SharedStore::shared).list();
    }

    List<SharedAction> of(FacilityId facility) {
        return database.sql("""
                        select action.* from sharing.member join sharing.action on action.id = member.shared
                        where member.facility = ? and member.left_at is null and action.dissolved_at is null""")
                .param(facility.value())
                .query(SharedStore::shared)
                .list();
    }

    List<FacilityId> members(SharedId id) {
        return database.sql(
                        "select facility from sharing.member where shared = ? and left_at is null order by facility")
                .param(id.value())
                .query((row, _) -> new FacilityId(row.getObject("facility", UUID.class)))
                .list();
    }

    private static SharedAction shared(ResultSet row, int index) throws SQLException {
        return new SharedAction(
                new SharedId(row.getObject("id", UUID.class)),
                new NodeId(row.getObject("node", UUID.class)),
                ActionId.of(row.getString("action")),
                new Text(row.getString("title_fr"), row.getString("title_en")),
                new SharedAction.Terms(
                        Status.of(row.getString("status")),
                        row.getString("owner"),
                        Optional.ofNullable(row.getObject("due", LocalDate.class))),
                row.getInt("sites"),
                row.getInt("version"),
                new SharedAction.Stamp(
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()));
    }
}
