package org.asepsie.app.database;

import java.sql.SQLException;
import org.asepsie.app.start.ConsoleLanguage;
import org.asepsie.app.start.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// PostgreSQL ran out of room while the tables were being prepared.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DiskFullAnalysis extends AbstractFailureAnalyzer<SQLException> {
    private static final String DISK_FULL = "53100";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable whole, SQLException cause) {
        if (!DISK_FULL.equals(cause.getSQLState())) {
            return null;
        }
        var language = ConsoleLanguage.current();
        var problem =
                new Said("Le disque de la base de données est plein : %s", "The disk of the database is full: %s");
        var remedy = new Said(
                "Libérez de la place, puis recommencez. Ce qui était enregistré le reste.",
                "Free some space, then start again. What was saved stays saved.");
        return new FailureAnalysis(problem.in(language).formatted(cause.getMessage()), remedy.in(language), cause);
    }
}
