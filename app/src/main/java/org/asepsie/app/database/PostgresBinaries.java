package org.asepsie.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// Unpacks PostgreSQL's own programs (60 MB) next to the data, once for each version.
///
/// They are unpacked under another name and renamed at the end, so that a process killed in the middle leaves
/// nothing that looks whole.
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /// @return the folder that holds `bin`, `lib` and `share`
    static Path unpackInto(Path folder, String version) {
        var home = folder.resolve("postgresql-" + version);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        var architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (!architecture.equals("amd64")) {
            throw new PostgresWillNotStart(
                    PostgresWillNotStart.Step.UNPACK,
                    "no PostgreSQL is packed for the processor " + architecture
                            + "; name one with ASEPSIE_DATABASE_URL",
                    folder,
                    null);
        }
        var partial = folder.resolve("postgresql-" + version + ".partial");
        try {
            FileTrees.delete(partial);
            createFolder(partial);
            try (var packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
                if (packed == null) {
                    throw new IOException(ARCHIVE + " is missing from the program");
                }
                untar(packed, partial);
            }
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
            removeOtherVersions(folder, home);
            return home;
        } catch (IOException broken) {
            throw new PostgresWillNotStart(
                    PostgresWillNotStart.Step.UNPACK, String.valueOf(broken.getMessage()), folder, broken);
        }
    }

    /// After an update, the programs of the version before only take room.
    private static void removeOtherVersions(Path folder, Path home) throws IOException {
        try (var entries = Files.newDirectoryStream(folder, "postgresql-*")) {
            for (var entry : entries) {
                if (!entry.equals(home)) {
                    FileTrees.delete(entry);
                }
            }
        }
    }

    private static void untar(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    createFolder(file);
                } else if (entry.isSymbolicLink()) {
                    createFolder(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    createFolder(file.getParent());
                    Files.copy(tar, file);
                    var executable = (entry.getMode() & 0111) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /// Under root another account runs the programs, so it must reach them whatever the umask is.
    private static void createFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            createFolder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
