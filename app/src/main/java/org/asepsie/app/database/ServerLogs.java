package org.asepsie.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What PostgreSQL writes about itself: a new file each day and every 5 MB, of which the newest ten are kept. With
/// what is said at start, the folder stays near 50 MB however long the server runs.
final class ServerLogs {
    static final List<String> SETTINGS = List.of(
            "logging_collector=on",
            "log_directory=../logs",
            "log_filename=postgresql-%Y%m%d-%H%M%S.log",
            "log_rotation_size=5MB",
            "log_rotation_age=1d",
            "log_min_duration_statement=2000",
            // Logs may be sent to a supplier: no value that someone typed goes there.
            "log_error_verbosity=terse",
            "log_parameter_max_length=0");

    private static final int FILES_KEPT = 10;
    private static final long LARGEST_START_LOG = 1 << 20;

    private ServerLogs() {}

    static Path atStart(Path logs) {
        return logs.resolve("start.log");
    }

    /// Removes the oldest files. The one being written is the newest, so it stays.
    static void trim(Path logs) throws IOException {
        var start = atStart(logs);
        if (Files.exists(start) && Files.size(start) > LARGEST_START_LOG) {
            Files.delete(start);
        }
        try (var files = Files.list(logs)) {
            var newestFirst = files.filter(it -> it.getFileName().toString().startsWith("postgresql-"))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .toList();
            for (var old : newestFirst.subList(Math.min(FILES_KEPT, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    /// The last lines written, newest file last: what an error message quotes.
    static List<String> lastWords(Path logs, int count) {
        var lines = new ArrayList<String>();
        try (var files = Files.list(logs)) {
            var oldestFirst =
                    files.sorted(Comparator.comparingLong(ServerLogs::age)).toList();
            for (var file : oldestFirst.subList(Math.max(0, oldestFirst.size() - 2), oldestFirst.size())) {
                lines.addAll(Files.readAllLines(file));
            }
        } catch (IOException unreadable) {
            lines.add(unreadable.toString());
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }
}
