package org.asepsie.app.followup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of calendar feeds.
@Component
class FeedStore {
    private final JdbcClient database;

    FeedStore(JdbcClient database) {
        this.database = database;
    }

    /// Whose calendar it is, and of which plan.
    record Feed(AccountId account, FacilityId facility) {}

    void add(byte[] hash, AccountId account, FacilityId facility, Instant at) {
        database.sql("insert into followup.feed (id, token_hash, account, facility, made_at) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), hash, account.value(), facility.value(), Timestamp.from(at))
                .update();
    }

    /// @return how many were good until now
    int revoke(AccountId account, FacilityId facility, Instant at) {
        return database.sql(
                        "update followup.feed set revoked_at = ? where account = ? and facility = ? and revoked_at is null")
                .params(Timestamp.from(at), account.value(), facility.value())
                .update();
    }

    Optional<Instant> madeAt(AccountId account, FacilityId facility) {
        return database.sql(
                        "select made_at from followup.feed where account = ? and facility = ? and revoked_at is null")
                .params(account.value(), facility.value())
                .query((row, _) -> row.getTimestamp("made_at").toInstant())
                .optional();
    }

    Optional<Feed> byHash(byte[] hash) {
        return database.sql("select account, facility from followup.feed where token_hash = ? and revoked_at is null")
                .param(hash)
                .query((row, _) -> new Feed(
                        new AccountId(row.getObject("account", UUID.class)),
                        new FacilityId(row.getObject("facility", UUID.class))))
                .optional();
    }
}
