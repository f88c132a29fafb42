package org.asepsie.app.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder that holds an embedded database and all that goes with it. One application at a time has it.
final class DataFolder implements AutoCloseable {
    private static final long ROOM_TO_CREATE = 256L << 20;
    private static final long ROOM_TO_START = 48L << 20;

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Takes the folder, creating it if it is missing: others may pass through it (PostgreSQL's account has to,
    /// when we are root) but not look into it.
    ///
    /// @throws DataFolderUnusable if it cannot be read or written, or another Asepsie has it
    static DataFolder claim(Path folder) {
        var named = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(named, permissions("rwx--x--x"));
            var root = named.toRealPath();
            var channel =
                    FileChannel.open(root.resolve("asepsie.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw DataFolderUnusable.inUse(named);
            }
            return new DataFolder(root, channel);
        } catch (AccessDeniedException denied) {
            throw DataFolderUnusable.denied(named, denied.getFile(), denied);
        } catch (IOException failed) {
            throw DataFolderUnusable.unwritable(named, failed);
        }
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("data");
    }

    Path unfinishedCluster() {
        return root.resolve("data.partial");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /// Whether there is a database in it. One that lacks its first file is damaged, not absent: it must not be
    /// replaced.
    boolean holdsCluster(String majorVersion) {
        var cluster = cluster();
        if (!Files.exists(cluster)) {
            return false;
        }
        var version = cluster.resolve("PG_VERSION");
        try {
            var found = Files.readString(version).strip();
            if (!found.equals(majorVersion)) {
                throw DataFolderUnusable.ofAnotherPostgres(root, found, majorVersion);
            }
            return true;
        } catch (AccessDeniedException denied) {
            throw DataFolderUnusable.denied(root, denied.getFile(), denied);
        } catch (IOException missing) {
            throw DataFolderUnusable.incomplete(root, version);
        }
    }

    /// Refuses early when the disk cannot hold what the start writes; a disk that does not tell its size passes.
    void requireRoom(boolean toCreate) {
        try {
            var disk = Files.getFileStore(root);
            var needed = toCreate ? ROOM_TO_CREATE : ROOM_TO_START;
            if (disk.getTotalSpace() > 0 && disk.getUsableSpace() < needed) {
                throw DataFolderUnusable.full(root, disk.getUsableSpace(), needed);
            }
        } catch (IOException unreadable) {
            throw DataFolderUnusable.unwritable(root, unreadable);
        }
    }

    boolean holdsPassword() {
        return Files.exists(passwordFile());
    }

    /// The password of the database's accounts, made at the first start. Only this account can read it.
    String password() {
        try {
            return kept(passwordFile(), 24);
        } catch (AccessDeniedException denied) {
            throw DataFolderUnusable.denied(root, denied.getFile(), denied);
        } catch (IOException failed) {
            throw DataFolderUnusable.unwritable(root, failed);
        }
    }

    /// The key under which the application seals what it must be able to read again, made at the first start. Only
    /// this account can read it.
    String sealKey() {
        try {
            return kept(root.resolve("secret-key"), Seal.KEY_BYTES);
        } catch (AccessDeniedException denied) {
            throw DataFolderUnusable.denied(root, denied.getFile(), denied);
        } catch (IOException failed) {
            throw DataFolderUnusable.unwritable(root, failed);
        }
    }

    /// What the file holds: so many random bytes in hexadecimal digits, made now if it is not there.
    private String kept(Path file, int bytes) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        var text = HexFormat.of().formatHex(random);
        Files.move(secret(file.getFileName() + ".partial", text), file, StandardCopyOption.ATOMIC_MOVE);
        return text;
    }

    /// A file only its owner can read, written anew.
    Path secret(String name, String content) throws IOException {
        var file = root.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, permissions("rw-------"));
        Files.writeString(file, content);
        return file;
    }

    static FileAttribute<Set<PosixFilePermission>> permissions(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException ignored) {
            // The system releases the lock with the process at the latest.
        }
    }

    private Path passwordFile() {
        return root.resolve("database-password");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
