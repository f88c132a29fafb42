package org.asepsie.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of accounts and of the roles they hold.
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

    void add(Account account, java.time.Instant createdAt) {
        database.sql("""
                        insert into access.account (id, email, name, language, password_hash, created_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(account.id().value())
                .param(account.email())
                .param(account.name())
                .param(account.language())
                .param(account.passwordHash())
                .param(java.sql.Timestamp.from(createdAt))
                .update();
    }

    void grant(AccountId account, Role role, NodeId node) {
        database.sql("insert into access.grant_of_role (account, node, role) values (?, ?, ?) on conflict do nothing")
                .params(account.value(), node.value(), role.code())
                .update();
    }

    List<Grant> grants(AccountId account) {
        return database.sql("""
                        select granted.role, node.id, node.path
                        from access.grant_of_role granted join access.node on node.id = granted.node
                        where granted.account = ? order by node.path, granted.role""")
                .param(account.value())
                .query((row, _) -> new Grant(
                        Role.of(row.getString("role")),
                        new NodeId(row.getObject("id", UUID.class)),
                        new NodePath(row.getString("path"))))
                .list();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
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
