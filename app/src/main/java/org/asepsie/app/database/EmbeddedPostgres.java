package org.asepsie.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real PostgreSQL server in a folder of ours, started and stopped with the application.
///
/// It listens on the loopback address alone, on a free port, asks for a password (SCRAM) that stands in a file only the
/// owner can read, and writes safely (`fsync` on). A server that survived the kill of an earlier run is stopped first.
/// One application at a time holds a folder.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String VERSION = "18.6";
    private static final String OWNER = "asepsie";
    private static final int SECONDS_TO_START = 60;

    private final Path folder;
    private final Path home;
    private final UnprivilegedUser user;
    private final FileChannel lock;
    private final String password;
    private final int port;

    private EmbeddedPostgres(
            Path folder, Path home, UnprivilegedUser user, FileChannel lock, String password, int port) {
        this.folder = folder;
        this.home = home;
        this.user = user;
        this.lock = lock;
        this.password = password;
        this.port = port;
    }

    /// Starts the server on `folder`, creating what is missing.
    ///
    /// @param settings further `name=value` settings of PostgreSQL
    /// @throws DataFolderUnusable if the folder cannot be read or written, or another Asepsie uses it
    /// @throws PostgresWillNotStart with what the server said
    public static EmbeddedPostgres start(Path folder, List<String> settings) {
        var root = folder.toAbsolutePath().normalize();
        var lock = claim(root);
        try {
            var user = UnprivilegedUser.reaching(root.resolve("data"));
            var home = PostgresBinaries.unpackInto(root, VERSION);
            var password = passwordOf(root);
            var cluster = root.resolve("data");
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                createCluster(root, home, user, password);
            }
            user.own(cluster);
            if (Files.exists(cluster.resolve("postmaster.pid"))) {
                run("stop the survivor", root, user, pgCtl(home, cluster, "stop", "-m", "fast", "-t", "30"), true);
            }
            var port = freePort();
            var options = new ArrayList<String>();
            options.add("-p " + port);
            for (var setting : settings(settings)) {
                options.add("-c " + setting);
            }
            var command = new ArrayList<>(pgCtl(
                    home,
                    cluster,
                    "start",
                    "-w",
                    "-t",
                    String.valueOf(SECONDS_TO_START),
                    "-l",
                    log(cluster).toString()));
            command.add("-o");
            command.add(String.join(" ", options));
            run("start", root, user, command, false);
            return new EmbeddedPostgres(root, home, user, lock, password, port);
        } catch (IOException failed) {
            release(lock);
            throw new PostgresWillNotStart("prepare", failed);
        } catch (RuntimeException failed) {
            release(lock);
            throw failed;
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

    /// The operating-system process of the server, as its own file tells.
    public long processId() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException unreadable) {
            throw new PostgresWillNotStart("read postmaster.pid", unreadable);
        }
    }

    @Override
    public void close() {
        run("stop", folder, user, pgCtl(home, folder.resolve("data"), "stop", "-m", "fast", "-t", "30"), true);
        release(lock);
    }

    private static List<String> settings(List<String> further) {
        var all = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=''",
                "max_connections=40",
                "shared_buffers=64MB",
                "jit=off",
                "log_min_duration_statement=2000"));
        all.addAll(further);
        return all;
    }

    private static FileChannel claim(Path root) {
        try {
            Files.createDirectories(root);
            var channel =
                    FileChannel.open(root.resolve("asepsie.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held;
            try {
                held = channel.tryLock();
            } catch (OverlappingFileLockException here) {
                held = null;
            }
            if (held == null) {
                channel.close();
                throw new DataFolderUnusable(
                        root, "another Asepsie is running on it", "Stop it first, or name another folder with --data.");
            }
            return channel;
        } catch (AccessDeniedException denied) {
            throw new DataFolderUnusable(
                    root,
                    "this account may not read or write " + denied.getFile(),
                    "Give it to this account (chown), or name another folder with --data.",
                    denied);
        } catch (IOException failed) {
            throw new DataFolderUnusable(
                    root, failed.toString(), "Name a folder that can be written with --data.", failed);
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException ignored) {
            // The system releases the lock with the process at the latest.
        }
    }

    private static String passwordOf(Path root) throws IOException {
        var file = root.resolve("database-password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    /// The cluster is made under another name and renamed at the end: a folder that exists is whole.
    private static void createCluster(Path root, Path home, UnprivilegedUser user, String password) throws IOException {
        var fresh = root.resolve("data.partial");
        FileTrees.delete(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var secret = fresh.resolveSibling("data.secret");
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        try {
            user.own(fresh);
            user.own(secret);
            run(
                    "create",
                    root,
                    user,
                    List.of(
                            home.resolve("bin/initdb").toString(),
                            "-D",
                            fresh.toString(),
                            "-U",
                            "postgres",
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + secret,
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--locale-provider=icu",
                            "--icu-locale=fr-FR"),
                    false);
            run(
                    "create the owner",
                    root,
                    user,
                    List.of(home.resolve("bin/postgres").toString(), "--single", "-D", fresh.toString(), "postgres"),
                    false,
                    "create role %s login createrole password '%s'\ngrant create on database postgres to %s\nalter schema public owner to %s\n"
                            .formatted(OWNER, password, OWNER, OWNER));
            Files.move(fresh, root.resolve("data"));
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private static List<String> pgCtl(Path home, Path cluster, String... rest) {
        var command = new ArrayList<>(List.of(home.resolve("bin/pg_ctl").toString(), "-D", cluster.toString()));
        command.addAll(List.of(rest));
        return command;
    }

    private static Path log(Path cluster) {
        return cluster.resolve("server.log");
    }

    private static void run(String step, Path root, UnprivilegedUser user, List<String> command, boolean mayFail) {
        run(step, root, user, command, mayFail, "");
    }

    private static void run(
            String step, Path root, UnprivilegedUser user, List<String> command, boolean mayFail, String input) {
        var output = root.resolve("last-command.log");
        try {
            var process = new ProcessBuilder(user.command(command))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var ended = process.waitFor(SECONDS_TO_START + 30L, TimeUnit.SECONDS);
            if (!mayFail && (!ended || process.exitValue() != 0)) {
                throw new PostgresWillNotStart(step, lastWords(root, output), log(root.resolve("data")));
            }
        } catch (IOException failed) {
            throw new PostgresWillNotStart(step, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PostgresWillNotStart(step, stopped);
        }
    }

    private static String lastWords(Path root, Path output) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(output));
        var server = log(root.resolve("data"));
        if (Files.isReadable(server)) {
            lines.addAll(Files.readAllLines(server));
        }
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
