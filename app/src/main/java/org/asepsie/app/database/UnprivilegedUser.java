package org.asepsie.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// PostgreSQL refuses to run as root. Under root its programs are started as an ordinary user; otherwise as we are.
///
/// Two ways, the first that fits: `setpriv` to the account `postgres` or `nobody` when that account can reach the
/// folder, else `unshare --user`, which drops every privilege but keeps the folder's owner (a folder under `/root`).
final class UnprivilegedUser {
    private static final int NOBODY = 65_534;

    private final List<String> prefix;
    private final Optional<Integer> uid;

    private UnprivilegedUser(List<String> prefix, Optional<Integer> uid) {
        this.prefix = List.copyOf(prefix);
        this.uid = uid;
    }

    static UnprivilegedUser reaching(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new UnprivilegedUser(List.of(), Optional.empty());
        }
        if (everyoneCanEnter(folder)) {
            var uid = accountId("postgres").orElse(NOBODY);
            return new UnprivilegedUser(
                    List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--"), Optional.of(uid));
        }
        return new UnprivilegedUser(List.of("unshare", "--user", "--"), Optional.empty());
    }

    List<String> command(List<String> program) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(program);
        return whole;
    }

    /// Gives the folder and all in it to the account that PostgreSQL runs as.
    void own(Path folder) throws IOException {
        if (uid.isEmpty()) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", uid.get());
                Files.setAttribute(file, "unix:gid", uid.get());
            }
        }
    }

    private static boolean everyoneCanEnter(Path folder) {
        for (var step = folder.toAbsolutePath().getParent(); step != null; step = step.getParent()) {
            try {
                if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            } catch (IOException unreadable) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Integer> accountId(String name) {
        try (var accounts = Files.lines(Path.of("/etc/passwd"))) {
            return accounts.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 2 && fields[0].equals(name))
                    .map(fields -> Integer.valueOf(fields[2]))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
