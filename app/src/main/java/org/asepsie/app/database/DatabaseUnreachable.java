package org.asepsie.app.database;

import java.sql.SQLException;
import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartFailure;
import org.jspecify.annotations.Nullable;

/// The database an administrator named does not answer, or does not let us in.
public final class DatabaseUnreachable extends StartFailure {
    private static final long serialVersionUID = 1L;
    private static final int OLDEST = 16;

    private DatabaseUnreachable(String url, String reason, Said remedy, @Nullable Throwable cause) {
        super(
                new Said(
                        "La base de données %s ne peut pas servir : %s".formatted(withoutParameters(url), reason),
                        "The database %s cannot be used: %s".formatted(withoutParameters(url), reason)),
                remedy,
                cause);
    }

    static DatabaseUnreachable because(String url, SQLException refused) {
        return new DatabaseUnreachable(url, String.valueOf(refused.getMessage()).strip(), remedy(refused), refused);
    }

    static DatabaseUnreachable tooOld(String url, String version) {
        return new DatabaseUnreachable(
                url,
                "PostgreSQL " + version,
                new Said(
                        "Asepsie a besoin de PostgreSQL %d ou plus récent.".formatted(OLDEST),
                        "Asepsie needs PostgreSQL %d or newer.".formatted(OLDEST)),
                null);
    }

    static boolean isTooOld(int majorVersion) {
        return majorVersion < OLDEST;
    }

    private static Said remedy(SQLException refused) {
        var state = refused.getSQLState() == null ? "" : refused.getSQLState();
        if (state.startsWith("28")) {
            return new Said(
                    "Vérifiez ASEPSIE_DATABASE_USER et ASEPSIE_DATABASE_PASSWORD, et que pg_hba.conf accepte cette machine.",
                    "Check ASEPSIE_DATABASE_USER and ASEPSIE_DATABASE_PASSWORD, and that pg_hba.conf accepts this machine.");
        }
        if (state.startsWith("42")) {
            return new Said(
                    "Le compte doit posséder sa base et pouvoir créer le rôle asepsie_app, ou le trouver déjà créé et accordé : voir docs/operations.md.",
                    "The account must own its database and be able to create the role asepsie_app, or find it created and granted: see docs/operations.md.");
        }
        return new Said(
                "Vérifiez ASEPSIE_DATABASE_URL (forme : jdbc:postgresql://machine:5432/asepsie), que ce PostgreSQL tourne et que le réseau y mène.",
                "Check ASEPSIE_DATABASE_URL (form: jdbc:postgresql://host:5432/asepsie), that this PostgreSQL is running and that the network leads there.");
    }

    /// An address may carry a password after the question mark.
    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }
}
