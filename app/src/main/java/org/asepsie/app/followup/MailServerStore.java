package org.asepsie.app.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the mail server.
@Component
class MailServerStore {
    private final JdbcClient database;

    MailServerStore(JdbcClient database) {
        this.database = database;
    }

    /// @param sealed the password, or null for none
    void put(MailServer server, byte @Nullable [] sealed, String by, Instant at) {
        database.sql("""
                        insert into followup.mail_server
                            (host, port, encryption, login, password, sender, address, changed_by, changed_at)
                        values (:host, :port, :encryption, :login, :password, :sender, :address, :by, :at)
                        on conflict (only_one) do update set host = excluded.host, port = excluded.port,
                            encryption = excluded.encryption, login = excluded.login, password = excluded.password,
                            sender = excluded.sender, address = excluded.address,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("host", server.host())
                .param("port", server.port())
                .param("encryption", server.encryption().code())
                .param("login", server.login())
                .param("password", sealed, java.sql.Types.BINARY)
                .param("sender", server.sender())
                .param("address", server.address())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove() {
        database.sql("delete from followup.mail_server").update();
    }

    Optional<MailServer> find() {
        return database.sql("select * from followup.mail_server")
                .query(MailServerStore::server)
                .optional();
    }

    Optional<byte[]> sealedPassword() {
        return database.sql("select password from followup.mail_server where password is not null")
                .query((row, _) -> row.getBytes("password"))
                .optional();
    }

    private static MailServer server(ResultSet row, int index) throws SQLException {
        return new MailServer(
                row.getString("host"),
                row.getInt("port"),
                MailServer.Encryption.of(row.getString("encryption")),
                row.getString("login"),
                row.getBytes("password") != null,
                row.getString("sender"),
                row.getString("address"));
    }
}
