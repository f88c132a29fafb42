package org.asepsie.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// PostgreSQL's programs that still work on a folder after the application that started them was killed.
///
/// They are told by what they are and where they work, never by a number in a file alone: after a restart of the
/// machine
/// the number in `postmaster.pid` may be another program's.
final class Survivors {
    private Survivors() {}

    static List<ProcessHandle> on(Path cluster) {
        return ProcessHandle.allProcesses()
                .filter(it -> worksOn(it.pid(), cluster))
                .toList();
    }

    /// Ends them without ceremony: what PostgreSQL had acknowledged is in its journal.
    static void end(Path cluster) {
        on(cluster).forEach(ProcessHandle::destroyForcibly);
    }

    /// Looks again and again rather than wait for each process to be reaped: in a container nobody may reap
    /// orphans.
    ///
    /// @return whether none is left when `patience` is over
    static boolean gone(Path cluster, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (!on(cluster).isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean worksOn(long pid, Path cluster) {
        var process = Path.of("/proc", Long.toString(pid));
        try {
            var words = Arrays.asList(
                    new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8).split("\0"));
            var program = words.getFirst().replaceFirst("^.*/(?=[^/]*$)", "");
            if (!program.startsWith("postgres") && !program.equals("initdb") && !program.equals("pg_ctl")) {
                return false;
            }
            return words.contains(cluster.toString())
                    || Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
