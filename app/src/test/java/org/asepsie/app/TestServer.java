package org.asepsie.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.asepsie.app.database.DataFolderUnusable;
import org.asepsie.app.database.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;

/// The one PostgreSQL of a test run: the product's own, told not to wait for the disk.
///
/// It lives under `target`, so that its programs are unpacked once and a server that survived a killed run is
/// stopped by the next; while another run holds that folder, a temporary one serves.
public final class TestServer {
    private static final List<String> SETTINGS =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200");

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        // After the application contexts have closed their pools, which would otherwise wait for a server that is gone.
        SpringApplication.getShutdownHandlers().add(postgres::close);
    }

    public static TestServer running() {
        return Started.SERVER;
    }

    /// @return the address of a database that holds nothing yet
    public String newDatabase() {
        var name = "test_" + databases.incrementAndGet();
        try (var superuser = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password());
                var statement = superuser.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " owner " + postgres.owner());
        } catch (SQLException failed) {
            throw new IllegalStateException("no database for the test", failed);
        }
        return postgres.jdbcUrl().replaceFirst("/postgres$", "/" + name);
    }

    /// The account that owns the tables: what it does, row-level security does not check.
    public String owner() {
        return postgres.owner();
    }

    public String password() {
        return postgres.password();
    }

    private static final class Started {
        static final TestServer SERVER = new TestServer(start());

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start(Path.of("target/test-postgres"), SETTINGS);
            } catch (DataFolderUnusable inUse) {
                try {
                    return EmbeddedPostgres.start(Files.createTempDirectory("asepsie-test"), SETTINGS);
                } catch (IOException noTemporaryFolder) {
                    throw new UncheckedIOException(noTemporaryFolder);
                }
            }
        }
    }
}
