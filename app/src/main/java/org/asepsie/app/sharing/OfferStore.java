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
import org.asepsie.knowledge.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of offers and of the answers of the sites.
@Component
class OfferStore {
    private final JdbcClient database;

    OfferStore(JdbcClient database) {
        this.database = database;
    }

    void add(Offer offer, List<FacilityId> sites) {
        database.sql("""
                        insert into sharing.offer (id, node, action, title_fr, title_en, words, day, by_name, made_at)
                        values (:id, :node, :action, :fr, :en, :words, :day, :by, :at)""")
                .param("id", offer.id().value())
                .param("node", offer.node().value())
                .param("action", offer.action().toString())
                .param("fr", offer.title().fr())
                .param("en", offer.title().en())
                .param("words", offer.words())
                .param("day", offer.day().map(Date::valueOf).orElse(null))
                .param("by", offer.by())
                .param("at", Timestamp.from(offer.at()))
                .update();
        database.sql("insert into sharing.offered (offer, facility) select ?, unnest(cast(? as uuid[]))")
                .param(offer.id().value())
                .param(sites.stream().map(FacilityId::toString).toArray(String[]::new))
                .update();
    }

    void answer(OfferId offer, FacilityId facility, Offer.Answer answer, String note, String by, Instant at) {
        database.sql("""
                        update sharing.offered set answer = ?, note = ?, answered_by = ?, answered_at = ?
                        where offer = ? and facility = ?""")
                .params(answer.code(), note, by, Timestamp.from(at), offer.value(), facility.value())
                .update();
    }

    void end(OfferId offer, Instant at) {
        database.sql("update sharing.offer set ended_at = ? where id = ?")
                .params(Timestamp.from(at), offer.value())
                .update();
    }

    Optional<Offer> find(OfferId id) {
        return database.sql("select * from sharing.offer where id = ?")
                .param(id.value())
                .query(OfferStore::offer)
                .optional();
    }

    /// Newest first; those that were ended are left out.
    List<Offer> open() {
        return database.sql("select * from sharing.offer where ended_at is null order by made_at desc, id")
                .query(OfferStore::offer)
                .list();
    }

    List<Offer> waitingAt(FacilityId facility) {
        return database.sql("""
                        select offer.* from sharing.offer join sharing.offered on offered.offer = offer.id
                        where offered.facility = ? and offer.ended_at is null
                          and (offered.answer is null or offered.answer = 'later')
                        order by offer.made_at, offer.id""")
                .param(facility.value())
                .query(OfferStore::offer)
                .list();
    }

    List<Offer.Reply> replies(OfferId offer) {
        return database.sql("select * from sharing.offered where offer = ? order by facility")
                .param(offer.value())
                .query((row, _) -> new Offer.Reply(
                        new FacilityId(row.getObject("facility", UUID.class)),
                        Optional.ofNullable(row.getString("answer")).map(Offer.Answer::of),
                        row.getString("note"),
                        Optional.ofNullable(row.getString("answered_by")).orElse(""),
                        Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant)))
                .list();
    }

    private static Offer offer(ResultSet row, int index) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new NodeId(row.getObject("node", UUID.class)),
                ActionId.of(row.getString("action")),
                new Text(row.getString("title_fr"), row.getString("title_en")),
                row.getString("words"),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                row.getString("by_name"),
                row.getTimestamp("made_at").toInstant());
    }
}
