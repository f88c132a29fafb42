package org.asepsie.app.database;

import java.sql.SQLException;

/// The database an administrator named does not answer, or does not let us in.
public final class DatabaseUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnreachable(String url, SQLException cause) {
        super(
                "The database %s cannot be used: %s. Check ASEPSIE_DATABASE_URL, ASEPSIE_DATABASE_USER and ASEPSIE_DATABASE_PASSWORD; the account must own its database and may create the role asepsie_app (createrole), or find it already created and granted."
                        .formatted(url, cause.getMessage()),
                cause);
    }
}
