package org.asepsie.app.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.QuestionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of questions handed to others.
@Component
class HandOverStore {
    private final JdbcClient database;

    HandOverStore(JdbcClient database) {
        this.database = database;
    }

    void add(FacilityId facility, HandOvers.HandedOver handed) {
        database.sql("""
                        insert into assessment.hand_over (link, facility, question, recipient, handed_by, handed_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        facility.value(),
                        handed.question().value(),
                        handed.recipient(),
                        handed.by(),
                        Timestamp.from(handed.at()))
                .update();
    }

    List<HandOvers.HandedOver> since(FacilityId facility, Instant moment) {
        return database.sql("""
                        select question, recipient, handed_by, handed_at from assessment.hand_over
                        where facility = ? and handed_at > ? order by handed_at desc""")
                .params(facility.value(), Timestamp.from(moment))
                .query((row, _) -> new HandOvers.HandedOver(
                        new QuestionId(row.getString("question")),
                        row.getString("recipient"),
                        row.getString("handed_by"),
                        row.getTimestamp("handed_at").toInstant()))
                .list();
    }
}
