package org.asepsie.app.database;

import java.nio.file.Path;

/// The embedded PostgreSQL refused to start; the message ends with what it wrote to its log.
public final class PostgresWillNotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PostgresWillNotStart(String step, String said, Path log) {
        super(
                "The embedded PostgreSQL failed at « %s ». It said: %s. Its log is %s; free some disk space or name another folder with --data, then start again."
                        .formatted(step, said.isBlank() ? "nothing" : said.strip(), log));
    }

    PostgresWillNotStart(String step, Throwable cause) {
        super("The embedded PostgreSQL failed at « %s »: %s".formatted(step, cause.getMessage()), cause);
    }
}
