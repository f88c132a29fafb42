package org.asepsie.app.access;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.asepsie.app.database.Seal;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// V006: seals the secrets of second factors that older versions kept as they were. The one migration that is no SQL
/// file, because the database must not see the key.
@Component
class SecondFactorsSealed implements JavaMigration {
    private final Seal seal;

    SecondFactorsSealed(Seal seal) {
        this.seal = seal;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("006");
    }

    @Override
    public String getDescription() {
        return "second factors sealed";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var plain = new LinkedHashMap<UUID, byte[]>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, totp_secret from access.account where totp_secret is not null for update")) {
            while (rows.next()) {
                plain.put(rows.getObject("id", UUID.class), rows.getBytes("totp_secret"));
            }
        }
        try (var update = connection.prepareStatement("update access.account set totp_secret = ? where id = ?")) {
            for (Map.Entry<UUID, byte[]> row : plain.entrySet()) {
                var account = new AccountId(row.getKey());
                update.setBytes(1, seal.close(row.getValue(), SecondFactors.about(account)));
                update.setObject(2, account.value());
                update.executeUpdate();
            }
        }
    }
}
