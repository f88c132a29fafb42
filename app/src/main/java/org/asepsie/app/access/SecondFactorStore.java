package org.asepsie.app.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of second factors and recovery codes.
@Component
class SecondFactorStore {
    private final JdbcClient database;

    SecondFactorStore(JdbcClient database) {
        this.database = database;
    }

    /// @param secret sealed
    /// @param lastStep the newest step whose code was accepted
    record Kept(byte[] secret, long lastStep) {}

    Optional<Kept> of(AccountId account) {
        return database.sql("""
                        select totp_secret, coalesce(totp_last_step, -1) as last_step from access.account
                        where id = ? and totp_secret is not null""")
                .param(account.value())
                .query((row, _) -> new Kept(row.getBytes("totp_secret"), row.getLong("last_step")))
                .optional();
    }

    void set(AccountId account, byte[] secret, long step) {
        database.sql("update access.account set totp_secret = ?, totp_last_step = ? where id = ?")
                .params(secret, step, account.value())
                .update();
    }

    /// @return false if this step, or a newer one, was used in the meantime
    boolean useStep(AccountId account, long step) {
        return database.sql("""
                        update access.account set totp_last_step = :step
                        where id = :account and coalesce(totp_last_step, -1) < :step""")
                        .param("step", step)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void remove(AccountId account) {
        database.sql("update access.account set totp_secret = null, totp_last_step = null where id = ?")
                .param(account.value())
                .update();
        database.sql("delete from access.recovery_code where account = ?")
                .param(account.value())
                .update();
    }

    void setRecoveryCodes(AccountId account, List<byte[]> hashes) {
        database.sql("delete from access.recovery_code where account = ?")
                .param(account.value())
                .update();
        for (var hash : hashes) {
            database.sql("insert into access.recovery_code (account, hash) values (?, ?)")
                    .params(account.value(), hash)
                    .update();
        }
    }

    boolean useRecoveryCode(AccountId account, byte[] hash, Instant now) {
        return database.sql(
                                "update access.recovery_code set used_at = ? where account = ? and hash = ? and used_at is null")
                        .params(now.atOffset(ZoneOffset.UTC), account.value(), hash)
                        .update()
                == 1;
    }

    int recoveryCodesLeft(AccountId account) {
        return database.sql("select count(*) from access.recovery_code where account = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
    }
}
