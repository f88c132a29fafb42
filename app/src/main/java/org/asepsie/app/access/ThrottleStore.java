package org.asepsie.app.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of failed attempts.
@Component
class ThrottleStore {
    private final JdbcClient database;

    ThrottleStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Instant> blockedUntil(List<Throttle.Target> targets, Instant now) {
        return database.sql(
                        "select max(blocked_until) from access.attempt where key in (:keys) and blocked_until > :now")
                .param("keys", targets.stream().map(ThrottleStore::key).toList())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /// @return the failures with this one, or nothing if someone else's attempt closed the target just now
    Optional<Integer> count(Throttle.Target target, Instant now) {
        return database.sql("""
                        insert into access.attempt as known (key, failures, last_at, blocked_until)
                        values (:key, 1, :now, :now)
                        on conflict (key) do update set failures = known.failures + 1, last_at = :now
                            where known.blocked_until <= :now
                        returning failures""")
                .param("key", key(target))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    void block(Throttle.Target target, Instant until) {
        database.sql("update access.attempt set blocked_until = ? where key = ?")
                .params(until.atOffset(ZoneOffset.UTC), key(target))
                .update();
    }

    void forget(Throttle.Target target) {
        database.sql("delete from access.attempt where key = ?")
                .param(key(target))
                .update();
    }

    void takeBackOne(Throttle.Target target, Instant now) {
        database.sql("""
                        update access.attempt set failures = greatest(failures - 1, 0), blocked_until = :now
                        where key = :key""")
                .param("key", key(target))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetBefore(Instant moment) {
        database.sql("delete from access.attempt where last_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Hashed: what somebody types into the wrong field is sometimes a password.
    private static String key(Throttle.Target target) {
        return HexFormat.of().formatHex(Hashes.sha256(target.key().getBytes(UTF_8)));
    }
}
