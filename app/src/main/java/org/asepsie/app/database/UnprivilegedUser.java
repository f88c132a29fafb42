package org.asepsie.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// PostgreSQL refuses to run as root. Under root its programs are started as an ordinary user; otherwise as we are.
///
/// Two ways, the first that fits: `setpriv` to the account `asepsie`, `postgres` or `nobody` when accounts
/// other than root can reach the folder, else `unshare --user`, which drops every privilege but keeps root as
/// the owner of the files (a folder under `/root`).
final class UnprivilegedUser {
    private static final Owner NOBODY = new Owner(65_534, 65_534);
    private static final Owner ROOT = new Owner(0, 0);

    private final List<String> prefix;
    private final Optional<Owner> owner;

    private UnprivilegedUser(List<String> prefix, Optional<Owner> owner) {
        this.prefix = List.copyOf(prefix);
        this.owner = owner;
    }

    private record Owner(int user, int group) {}

    static UnprivilegedUser reaching(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new UnprivilegedUser(List.of(), Optional.empty());
        }
        if (everyoneCanEnter(folder)) {
            var account = account("asepsie").or(() -> account("postgres")).orElse(NOBODY);
            return new UnprivilegedUser(
                    List.of(
                            "setpriv",
                            "--reuid=" + account.user(),
                            "--regid=" + account.group(),
                            "--clear-groups",
                            "--"),
                    Optional.of(account));
        }
        return new UnprivilegedUser(List.of("unshare", "--user", "--"), Optional.of(ROOT));
    }

    List<String> command(List<String> program) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(program);
        return whole;
    }

    /// Gives a file, or a folder and all in it, to the account that PostgreSQL runs as. The top comes last:
    /// once it has the right owner, so has all below, and a later start need not look again.
    void own(Path top) throws IOException {
        if (owner.isEmpty() || owner.get().equals(ownerOf(top))) {
            return;
        }
        try (var files = Files.walk(top)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.setAttribute(file, "unix:gid", owner.get().group(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:uid", owner.get().user(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static Owner ownerOf(Path file) throws IOException {
        return new Owner(number(file, "unix:uid"), number(file, "unix:gid"));
    }

    private static int number(Path file, String attribute) throws IOException {
        return Files.getAttribute(file, attribute) instanceof Integer number ? number : -1;
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

    private static Optional<Owner> account(String name) {
        try (var accounts = Files.lines(Path.of("/etc/passwd"))) {
            return accounts.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .map(fields -> new Owner(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
