package org.asepsie.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The database of a home that has no IT staff: it starts by itself, keeps what it was given, and never makes a
/// mishap worse.
@Timeout(300)
class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @BeforeEach
    void lendPrograms() throws Exception {
        Folders.lendPrograms(folder);
    }

    @Test
    void keepsItsRowsFromOneRunToTheNext() throws Exception {
        keepRow(1);

        keepRow(2);

        try (var postgres = start()) {
            assertThat(Folders.rows(postgres)).containsExactly(1, 2);
        }
    }

    @Test
    void worksInAFolderWithSpacesAndAccents() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder.resolve("Résidence d'été 1"), List.of())) {
            Folders.keepRow(postgres, 7);

            assertThat(Folders.rows(postgres)).containsExactly(7);
        }
    }

    @Test
    void writesSafelyAndAsksForAPassword() throws Exception {
        try (var postgres = start();
                var connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), postgres.password());
                var statement = connection.createStatement();
                var settings = statement.executeQuery(
                        "select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('listen_addresses')")) {
            settings.next();

            assertThat(settings.getString(1)).isEqualTo("on");
            assertThat(settings.getString(2)).isEqualTo("on");
            assertThat(settings.getString(3)).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database-password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesAFolderThatAnotherAsepsieUses() throws Exception {
        try (var first = start()) {
            Folders.keepRow(first, 1);

            assertThatThrownBy(this::start)
                    .isInstanceOf(DataFolderUnusable.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another Asepsie");
            assertThat(Folders.rows(first)).containsExactly(1);
        }
    }

    @Test
    void refusesDataWhoseFirstFileIsMissingAndLeavesItAsItIs() throws Exception {
        keepRow(1);
        Files.delete(cluster().resolve("PG_VERSION"));
        var before = Folders.snapshot(cluster());

        assertThatThrownBy(this::start)
                .isInstanceOf(DataFolderUnusable.class)
                .hasMessageContaining("PG_VERSION")
                .hasMessageContaining("Nothing was changed");

        assertThat(Folders.snapshot(cluster())).isEqualTo(before);
    }

    @Test
    void saysWhatPostgresSaidWhenItsDataIsDamagedAndErasesNothing() throws Exception {
        keepRow(1);
        Files.move(cluster().resolve("global/pg_control"), folder.resolve("pg_control"));
        var before = Folders.snapshot(cluster().resolve("base"));

        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresWillNotStart.class)
                .hasMessageContaining("pg_control")
                .hasMessageContaining("No data was erased");

        assertThat(Folders.snapshot(cluster().resolve("base"))).isEqualTo(before);
        Files.move(folder.resolve("pg_control"), cluster().resolve("global/pg_control"));
        try (var mended = start()) {
            assertThat(Folders.rows(mended)).containsExactly(1);
        }
    }

    @Test
    void refusesTheDataOfAnotherPostgres() throws Exception {
        keepRow(1);
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DataFolderUnusable.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("PostgreSQL 18");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(file, List.of()))
                .isInstanceOf(DataFolderUnusable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }

    @Test
    void replacesADatabaseThatWasNeverFinished() throws Exception {
        var unfinished = Files.createDirectory(folder.resolve("data.partial"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");

        try (var postgres = start()) {
            Folders.keepRow(postgres, 1);
        }

        assertThat(unfinished).doesNotExist();
    }

    @Test
    void makesANewPasswordWhenItsFileIsLost() throws Exception {
        keepRow(1);
        var lost = Files.readString(folder.resolve("database-password"));
        Files.delete(folder.resolve("database-password"));

        try (var postgres = start()) {
            assertThat(Folders.rows(postgres)).containsExactly(1);
            assertThat(postgres.password()).isNotEqualTo(lost);
        }
    }

    @Test
    void keepsWhatPostgresWritesAboutItselfApartFromTheData() throws Exception {
        keepRow(1);

        assertThat(ServerLogs.lastWords(folder.resolve("logs"), 50)).anyMatch(it -> it.contains("ready to accept"));
        assertThat(Folders.snapshot(cluster()).keySet())
                .noneMatch(it -> it.toString().endsWith(".log"));
    }

    private void keepRow(int number) throws SQLException {
        try (var postgres = start()) {
            Folders.keepRow(postgres, number);
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, List.of());
    }

    private Path cluster() {
        return folder.resolve("data");
    }
}
