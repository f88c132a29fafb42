package org.asepsie.app.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the log of answers.
@Component
class AnswerStore {
    private final JdbcClient database;

    AnswerStore(JdbcClient database) {
        this.database = database;
    }

    /// What one topic is told waits for its turn: two answers at once would each believe to be the newest.
    void oneAtATime(FacilityId facility, TopicId topic) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("assessment.answer " + facility + " " + topic)
                .query((row, _) -> true)
                .single();
    }

    /// The newest answer of each topic as it stood at `moment`.
    List<Answer> newest(FacilityId facility, Instant moment) {
        return database.sql("""
                        select distinct on (topic) * from assessment.answer
                        where facility = ? and given_at <= ? order by topic, seq desc""")
                .params(facility.value(), Timestamp.from(moment))
                .query(AnswerStore::answer)
                .list();
    }

    Optional<Answer> newest(FacilityId facility, TopicId topic) {
        return database.sql("""
                        select * from assessment.answer where facility = ? and topic = ?
                        order by seq desc limit 1""")
                .params(facility.value(), topic.value())
                .query(AnswerStore::answer)
                .optional();
    }

    /// What was ever said of topics, newest first.
    List<Answer> all(FacilityId facility, Collection<TopicId> topics) {
        return database.sql("select * from assessment.answer where facility = ? and topic = any (?) order by seq desc")
                .params(facility.value(), topics.stream().map(TopicId::value).toArray(String[]::new))
                .query(AnswerStore::answer)
                .list();
    }

    Map<FacilityId, Instant> lastGiven(Collection<FacilityId> facilities) {
        var last = new HashMap<FacilityId, Instant>();
        database.sql(
                        "select facility, max(given_at) as at from assessment.answer where facility = any (?) group by facility")
                .param(facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .query(row -> {
                    last.put(
                            new FacilityId(row.getObject("facility", UUID.class)),
                            row.getTimestamp("at").toInstant());
                });
        return last;
    }

    Optional<Answer> withKey(FacilityId facility, UUID key) {
        return database.sql("select * from assessment.answer where facility = ? and client_key = ?")
                .params(facility.value(), key)
                .query(AnswerStore::answer)
                .optional();
    }

    /// The newest statements of many facilities: what scoring needs and no more.
    List<Line> statements(Collection<FacilityId> facilities, Instant moment) {
        return database.sql("""
                        select distinct on (facility, topic) facility, topic, kind, attainment, fact
                        from assessment.answer where facility = any (?) and given_at <= ?
                        order by facility, topic, seq desc""")
                .params(facilities.stream().map(FacilityId::value).toArray(UUID[]::new), Timestamp.from(moment))
                .query((row, _) -> new Line(
                        new FacilityId(row.getObject("facility", UUID.class)),
                        new TopicId(row.getString("topic")),
                        statement(row)))
                .list();
    }

    record Line(FacilityId facility, TopicId topic, Statement statement) {}

    record NewAnswer(
            FacilityId facility,
            TopicId topic,
            QuestionId question,
            Instrument.Id instrument,
            Statement statement,
            String comment) {}

    Answer add(NewAnswer given, Answer.Author by, Instant at, UUID key) {
        var statement = given.statement();
        return database.sql("""
                        insert into assessment.answer (facility, topic, question, framework, version,
                            kind, attainment, fact, comment, given_by, account, given_at, client_key)
                        values (:facility, :topic, :question, :framework, :version,
                            :kind, :attainment, :fact, :comment, :by, :account, :at, :key)
                        returning *""")
                .param("facility", given.facility().value())
                .param("topic", given.topic().value())
                .param("question", given.question().value())
                .param("framework", given.instrument().framework())
                .param("version", given.instrument().version())
                .param("kind", kind(statement))
                .param("attainment", statement instanceof Statement.Said(var value) ? value.value() : null)
                .param("fact", statement instanceof Statement.NotApplicable(var fact) ? fact : null)
                .param("comment", given.comment())
                .param("by", by.name())
                .param("account", by.account().map(AccountId::value).orElse(null))
                .param("at", Timestamp.from(at))
                .param("key", key)
                .query(AnswerStore::answer)
                .single();
    }

    private static String kind(Statement statement) {
        return switch (statement) {
            case Statement.Said _ -> "said";
            case Statement.Unknown _ -> "unknown";
            case Statement.NotApplicable _ -> "not-applicable";
        };
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "said" -> new Statement.Said(new Attainment(row.getInt("attainment")));
            case "not-applicable" -> new Statement.NotApplicable(row.getString("fact"));
            default -> new Statement.Unknown();
        };
    }

    private static Answer answer(ResultSet row, int index) throws SQLException {
        return new Answer(
                new Answer.Turn(row.getLong("seq")),
                new FacilityId(row.getObject("facility", UUID.class)),
                new TopicId(row.getString("topic")),
                new QuestionId(row.getString("question")),
                new Instrument.Id(row.getString("framework"), row.getString("version")),
                statement(row),
                row.getString("comment"),
                new Answer.Author(
                        row.getString("given_by"),
                        Optional.ofNullable(row.getObject("account", UUID.class))
                                .map(AccountId::new)),
                row.getTimestamp("given_at").toInstant());
    }
}
