package org.asepsie.app.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.access.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what an installation adds to the knowledge. Published versions and decisions are only ever added.
@Component
class KnowledgeStore {
    private final JdbcClient database;

    KnowledgeStore(JdbcClient database) {
        this.database = database;
    }

    /// Changes whenever something is published or decided: two counters that only rise.
    String revision() {
        return database.sql("""
                        select coalesce((select max(position) from knowledge.published_framework), 0)
                            || ' ' || coalesce((select max(position) from knowledge.switch_decision), 0)""").query(String.class).single();
    }

    /// In the order of publication.
    List<Published> published() {
        return database.sql("select * from knowledge.published_framework order by position")
                .query((row, _) -> published(row))
                .list();
    }

    boolean isPublished(String framework, String version) {
        return database.sql(
                        "select exists (select from knowledge.published_framework where framework = ? and version = ?)")
                .params(framework, version)
                .query(Boolean.class)
                .single();
    }

    void publish(Published version) {
        database.sql("""
                        insert into knowledge.published_framework
                            (region, framework, version, valid_from, yaml, published_by, published_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        version.region().value(),
                        version.framework(),
                        version.version(),
                        version.validFrom(),
                        version.yaml(),
                        version.publishedBy(),
                        Timestamp.from(version.publishedAt()))
                .update();
    }

    /// Oldest first: the last of each switch holds.
    List<SwitchDecision> decisions() {
        return database.sql("select * from knowledge.switch_decision order by position")
                .query((row, _) -> new SwitchDecision(
                        row.getString("switch"),
                        row.getBoolean("is_on"),
                        row.getObject("since", LocalDate.class),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    void decide(SwitchDecision decision) {
        database.sql("""
                        insert into knowledge.switch_decision (switch, is_on, since, reason, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        decision.ruleSwitch(),
                        decision.on(),
                        decision.since(),
                        decision.reason(),
                        decision.decidedBy(),
                        Timestamp.from(decision.decidedAt()))
                .update();
    }

    void used(String framework, String version, Instant at) {
        database.sql("""
                        insert into knowledge.version_in_use (framework, version, first_used_at) values (?, ?, ?)
                        on conflict do nothing""").params(framework, version, Timestamp.from(at)).update();
    }

    List<VersionInUse> versionsInUse() {
        return database.sql("select * from knowledge.version_in_use order by framework, first_used_at, version")
                .query((row, _) -> new VersionInUse(
                        row.getString("framework"),
                        row.getString("version"),
                        row.getTimestamp("first_used_at").toInstant()))
                .list();
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(
                new NodeId(row.getObject("region", UUID.class)),
                row.getString("framework"),
                row.getString("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("yaml"),
                row.getString("published_by"),
                row.getTimestamp("published_at").toInstant());
    }
}
