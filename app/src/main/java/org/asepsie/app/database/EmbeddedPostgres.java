package org.asepsie.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A real PostgreSQL server in a folder of ours, started and stopped with the application.
///
/// It listens on the loopback address alone, on a free port, asks for a password (SCRAM) that stands in a file
/// only the owner can read, and writes safely (`fsync` on). A server that survived the kill of an earlier run
/// is stopped first. One application at a time holds a folder.
public final class EmbeddedPostgres implements AutoCloseable {
    static final String VERSION = "18.6";
    private static final String MAJOR_VERSION = "18";
    private static final String OWNER = "asepsie";
    private static final int PORTS_TRIED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=''",
            "max_connections=40",
            "shared_buffers=64MB",
            "min_wal_size=32MB",
            "max_wal_size=256MB",
            "jit=off");

    /// Thousands of rounds guard a password that somebody could guess. Ours is random and long; one round spares each
    /// start
    /// half a second of processor time.
    private static final String QUICK_TO_CHECK = "set scram_iterations = 1\n";

    private final DataFolder folder;
    private final PostgresPrograms programs;
    private final String password;
    private final int port;
    private final ScheduledExecutorService logKeeper;

    private EmbeddedPostgres(DataFolder folder, PostgresPrograms programs, String password, int port) {
        this.folder = folder;
        this.programs = programs;
        this.password = password;
        this.port = port;
        this.logKeeper = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("database logs").unstarted(task));
        logKeeper.scheduleWithFixedDelay(this::trimLogs, 0, 1, TimeUnit.MINUTES);
    }

    /// Starts the server on `folder`, creating what is missing.
    ///
    /// @param settings further `name=value` settings of PostgreSQL
    /// @throws DataFolderUnusable if the folder cannot be read or written, or another Asepsie uses it
    /// @throws PostgresWillNotStart with what the server said
    public static EmbeddedPostgres start(Path folder, List<String> settings) {
        var claimed = DataFolder.claim(folder);
        try {
            return startIn(claimed, settings);
        } catch (IOException failed) {
            claimed.close();
            throw DataFolderUnusable.unwritable(claimed.root(), failed);
        } catch (RuntimeException failed) {
            claimed.close();
            throw failed;
        }
    }

    private static EmbeddedPostgres startIn(DataFolder folder, List<String> settings) throws IOException {
        var cluster = folder.cluster();
        var exists = folder.holdsCluster(MAJOR_VERSION);
        folder.requireRoom(!exists);
        var user = UnprivilegedUser.reaching(cluster);
        var programs = new PostgresPrograms(PostgresBinaries.unpackInto(folder.root(), VERSION), folder, user);
        Files.createDirectories(folder.logs(), DataFolder.permissions("rwx------"));
        user.own(folder.logs());
        stopSurvivors(folder, programs);
        var passwordKept = folder.holdsPassword();
        var password = folder.password();
        if (!exists) {
            createCluster(folder, programs, user, password);
        } else {
            user.own(cluster);
            if (!passwordKept) {
                programs.single(cluster, QUICK_TO_CHECK + "alter role %s password '%s'\n".formatted(OWNER, password));
            }
        }
        return new EmbeddedPostgres(folder, programs, password, startOnAFreePort(folder, programs, settings));
    }

    /// The cluster is made under another name and renamed at the end: a folder that exists is whole.
    private static void createCluster(
            DataFolder folder, PostgresPrograms programs, UnprivilegedUser user, String password) throws IOException {
        var fresh = folder.unfinishedCluster();
        FileTrees.delete(fresh);
        Files.createDirectory(fresh, DataFolder.permissions("rwx------"));
        var secret = folder.secret("data.secret", password);
        try {
            user.own(fresh);
            user.own(secret);
            programs.initdb(fresh, secret);
            programs.single(
                    fresh,
                    QUICK_TO_CHECK
                            + "create role %s login createrole password '%s'\ngrant create on database postgres to %s\nalter schema public owner to %s\n"
                                    .formatted(OWNER, password, OWNER, OWNER));
            Files.move(fresh, folder.cluster());
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private static void stopSurvivors(DataFolder folder, PostgresPrograms programs) throws IOException {
        Survivors.end(folder.unfinishedCluster());
        var cluster = folder.cluster();
        if (!Survivors.on(cluster).isEmpty() && !(programs.stop(cluster) && Survivors.gone(cluster, PATIENCE))) {
            Survivors.end(cluster);
        }
        if (!Survivors.gone(cluster, PATIENCE) || !Survivors.gone(folder.unfinishedCluster(), PATIENCE)) {
            throw DataFolderUnusable.inUse(folder.root());
        }
        // Nobody works here any more. Left behind, the number in this file may meanwhile be another program's, and
        // PostgreSQL would take that program for itself and refuse to start.
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /// Between finding a free port and taking it, another program may be faster.
    private static int startOnAFreePort(DataFolder folder, PostgresPrograms programs, List<String> further)
            throws IOException {
        var settings = new ArrayList<>(SETTINGS);
        settings.addAll(ServerLogs.SETTINGS);
        settings.addAll(further);
        for (var tried = 1; ; tried++) {
            var port = freePort();
            try {
                programs.start(folder.cluster(), port, settings);
                return port;
            } catch (PostgresWillNotStart failed) {
                if (tried == PORTS_TRIED || !failed.problem().english().contains("Address already in use")) {
                    throw failed;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    /// The account that owns the tables. It is no superuser.
    public String owner() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    /// Kept beside the database, so that both are backed up together, and not in it.
    Seal seal() {
        return Seal.under(folder.sealKey())
                .orElseThrow(() ->
                        DataFolderUnusable.noKey(folder.root(), folder.root().resolve("secret-key")));
    }

    @Override
    public void close() {
        logKeeper.shutdownNow();
        if (!programs.stop(folder.cluster())) {
            Survivors.gone(folder.cluster(), PATIENCE);
        }
        folder.close();
    }

    private void trimLogs() {
        try {
            ServerLogs.trim(folder.logs());
        } catch (IOException leftForNextTime) {
            // A log that cannot be removed is no reason to stop serving.
        }
    }
}
