package org.asepsie.app.database;

import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// Brings the tables up to this Asepsie, and never touches those of a newer one.
///
/// A step that was applied and that we do not know is a newer version's, whatever its number: each module
/// numbers its steps in a range of its own.
final class Migrations {
    private static final Set<MigrationState> UNKNOWN_HERE = Set.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);

    private Migrations() {}

    static void run(Flyway flyway) {
        var unknown = Arrays.stream(flyway.info().all())
                .filter(it -> UNKNOWN_HERE.contains(it.getState()))
                .map(Migrations::name)
                .toList();
        if (!unknown.isEmpty()) {
            throw DataOfAnotherAsepsie.newer(unknown);
        }
        try {
            flyway.migrate();
        } catch (FlywayValidateException changed) {
            throw DataOfAnotherAsepsie.changed(changed);
        }
    }

    private static String name(MigrationInfo step) {
        return "V" + step.getVersion() + " " + step.getDescription();
    }
}
