package org.asepsie.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Data folders for tests: what is in them, and what is in their database.
public final class Folders {
    private Folders() {}

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// JUnit's temporary folders are closed to other accounts; an installation's usually is not.
    static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Unpacks PostgreSQL's programs once for all tests, and puts a link to them where the folder would have
    /// its own.
    public static void lendPrograms(Path folder) throws IOException {
        var shelf = Files.createDirectories(Path.of("target/test-programs").toAbsolutePath());
        var programs = PostgresBinaries.unpackInto(shelf, EmbeddedPostgres.VERSION);
        Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
    }

    /// Every file under a folder with its content, to see that nothing changed. Links are not followed.
    static Map<Path, String> snapshot(Path folder) throws IOException {
        var all = new TreeMap<Path, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file), java.util.Arrays.hashCode(Files.readAllBytes(file)) + "");
            }
        }
        return all;
    }

    static List<Integer> rows(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), postgres.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select number from kept order by number")) {
            var all = new ArrayList<Integer>();
            while (found.next()) {
                all.add(found.getInt(1));
            }
            return all;
        }
    }

    static void keepRow(EmbeddedPostgres postgres, int number) throws SQLException {
        execute(postgres, "create table if not exists kept (number int)", "insert into kept values (" + number + ")");
    }

    static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), postgres.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
