package org.asepsie.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of accounts.
@Component
class AccountStore {
    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> byEmail(String email) {
        return database.sql("select * from access.account where lower(email) = lower(?)")
                .param(email)
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> byId(AccountId id) {
        return database.sql("select * from access.account where id = ?")
                .param(id.value())
                .query(AccountStore::account)
                .optional();
    }

    boolean none() {
        return !database.sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    /// Until the end of the transaction nobody else begins a first run.
    void lockFirstRun() {
        database.sql("select pg_advisory_xact_lock(0x666972737472)")
                .query((_, _) -> true)
                .single();
    }

    /// @return false if an account with this address exists already
    boolean add(Account account, Instant createdAt) {
        return database.sql("""
                        insert into access.account (id, email, name, language, password_hash, created_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(account.id().value())
                        .param(account.email())
                        .param(account.name())
                        .param(account.language())
                        .param(account.passwordHash())
                        .param(createdAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void setPassword(AccountId account, @Nullable String hash) {
        database.sql("update access.account set password_hash = ? where id = ?")
                .param(hash)
                .param(account.value())
                .update();
    }

    void setLanguage(AccountId account, String language) {
        database.sql("update access.account set language = ? where id = ?")
                .params(language, account.value())
                .update();
    }

    void setDisabled(AccountId account, boolean disabled) {
        database.sql("update access.account set disabled = ? where id = ?")
                .params(disabled, account.value())
                .update();
    }

    static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                row.getString("password_hash"),
                row.getBytes("totp_secret") != null,
                row.getBoolean("disabled"));
    }

    /// One account as kept. `passwordHash` is null until the invited person has chosen a password.
    record Account(
            AccountId id,
            String email,
            String name,
            String language,
            @Nullable String passwordHash,
            boolean secondFactor,
            boolean disabled) {}
}
