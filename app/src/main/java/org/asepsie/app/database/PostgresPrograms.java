package org.asepsie.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asepsie.app.database.PostgresWillNotStart.Step;

/// Runs PostgreSQL's own programs as an ordinary user, and waits for them.
final class PostgresPrograms {
    private static final int SECONDS_TO_START = 60;
    private static final int SECONDS_TO_STOP = 30;
    private static final int SECONDS_OF_PATIENCE = SECONDS_TO_START + 30;
    private static final int LINES_QUOTED = 6;

    private final Path home;
    private final DataFolder folder;
    private final UnprivilegedUser user;

    PostgresPrograms(Path home, DataFolder folder, UnprivilegedUser user) {
        this.home = home;
        this.folder = folder;
        this.user = user;
    }

    private record Outcome(boolean succeeded, String said) {}

    void initdb(Path cluster, Path passwordFile) {
        must(
                Step.CREATE,
                "",
                program("initdb"),
                "-D",
                cluster.toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=fr-FR");
    }

    /// Statements for a cluster that no server runs on, one a line.
    void single(Path cluster, String statements) {
        must(Step.ADMIT, statements, program("postgres"), "--single", "-D", cluster.toString(), "postgres");
    }

    void start(Path cluster, int port, List<String> settings) {
        var options = new StringBuilder("-p " + port);
        settings.forEach(it -> options.append(" -c ").append(it));
        var log = ServerLogs.atStart(folder.logs()).toString();
        var wait = Integer.toString(SECONDS_TO_START);
        var command = pgCtl(cluster, "start", "-w", "-t", wait, "-l", log, "-o", options.toString());
        var outcome = run(Step.START, "", command);
        if (!outcome.succeeded()) {
            var lines = new ArrayList<>(outcome.said().lines().toList());
            lines.addAll(ServerLogs.lastWords(folder.logs(), LINES_QUOTED));
            throw new PostgresWillNotStart(Step.START, String.join(" | ", lines), folder.logs(), null);
        }
    }

    /// @return whether the server has stopped in good order
    boolean stop(Path cluster) {
        var wait = Integer.toString(SECONDS_TO_STOP);
        return run(Step.STOP, "", pgCtl(cluster, "stop", "-m", "fast", "-t", wait))
                .succeeded();
    }

    private String[] pgCtl(Path cluster, String... rest) {
        var command = new ArrayList<>(List.of(program("pg_ctl"), "-D", cluster.toString()));
        command.addAll(List.of(rest));
        return command.toArray(String[]::new);
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private void must(Step step, String input, String... command) {
        var outcome = run(step, input, command);
        if (!outcome.succeeded()) {
            var lines = outcome.said().lines().toList();
            var last = lines.subList(Math.max(0, lines.size() - LINES_QUOTED), lines.size());
            throw new PostgresWillNotStart(step, String.join(" | ", last), folder.logs(), null);
        }
    }

    private Outcome run(Step step, String input, String... command) {
        try {
            var process = new ProcessBuilder(user.command(List.of(command)))
                    .directory(folder.root().toFile())
                    .redirectErrorStream(true)
                    .start();
            try {
                var said = new CompletableFuture<String>();
                Thread.ofVirtual().start(() -> said.complete(read(process)));
                try (var stdin = process.getOutputStream()) {
                    stdin.write(input.getBytes(StandardCharsets.UTF_8));
                }
                var ended = process.waitFor(SECONDS_OF_PATIENCE, TimeUnit.SECONDS);
                var succeeded = ended && process.exitValue() == 0;
                return new Outcome(succeeded, ended ? said.get(5, TimeUnit.SECONDS) : "no end after a long wait");
            } finally {
                process.destroy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PostgresWillNotStart(step, "interrupted", folder.logs(), stopped);
        } catch (Exception failed) {
            throw new PostgresWillNotStart(step, String.valueOf(failed.getMessage()), folder.logs(), failed);
        }
    }

    private static String read(Process process) {
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }
}
