package org.asepsie.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of roles held at places.
@Component
class GrantStore {
    private final JdbcClient database;

    GrantStore(JdbcClient database) {
        this.database = database;
    }

    /// @return false if the role was held there already
    boolean give(AccountId account, Role role, NodeId node) {
        return database.sql(
                                "insert into access.grant_of_role (account, node, role) values (?, ?, ?) on conflict do nothing")
                        .params(account.value(), node.value(), role.code())
                        .update()
                == 1;
    }

    boolean take(AccountId account, Role role, NodeId node) {
        return database.sql("delete from access.grant_of_role where account = ? and node = ? and role = ?")
                        .params(account.value(), node.value(), role.code())
                        .update()
                == 1;
    }

    List<Grant> of(AccountId account) {
        return database.sql("""
                        select granted.role, node.id, node.path
                        from access.grant_of_role granted join access.node on node.id = granted.node
                        where granted.account = ? order by node.path, granted.role""").param(account.value()).query(GrantStore::grant).list();
    }

    /// Accounts with a role somewhere in the scope; those without any role belong to the whole installation.
    List<AccountStore.Account> holders(Scope scope, String words, int limit) {
        return database.sql("""
                        select * from access.account
                        where (:everything or exists (
                                  select from access.grant_of_role granted join access.node on node.id = granted.node
                                  where granted.account = account.id
                                    and node.path ^@ any(string_to_array(:tops, ','))))
                          and (:words = '' or strpos(lower(name || ' ' || email), lower(:words)) > 0)
                        order by lower(name), lower(email) limit :limit""")
                .param("everything", scope.everything())
                .param("tops", NodePath.joined(scope.tops()))
                .param("words", words.strip())
                .param("limit", limit)
                .query(AccountStore::account)
                .list();
    }

    List<AccountStore.Account> holdersAt(NodeId node) {
        return database.sql("""
                        select * from access.account
                        where exists (select from access.grant_of_role granted
                                      where granted.account = account.id and granted.node = ?)
                        order by lower(name), lower(email)""")
                .param(node.value())
                .query(AccountStore::account)
                .list();
    }

    private static Grant grant(ResultSet row, int index) throws SQLException {
        return new Grant(
                Role.of(row.getString("role")),
                new NodeId(row.getObject("id", UUID.class)),
                new NodePath(row.getString("path")));
    }
}
