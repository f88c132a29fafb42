package org.asepsie.engine.directory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The lab data that lies beside the checkout; tests that need it are skipped with a message where it is absent.
public final class SharedData {
    private SharedData() {}

    public static Path directory(String name) {
        var given = Optional.ofNullable(System.getProperty("asepsie.test.data")).map(Path::of);
        var found =
                given.or(SharedData::beside).map(it -> it.resolve("directory").resolve(name));
        assumeTrue(
                found.isPresent() && Files.exists(found.get()),
                "the lab data " + name
                        + " is absent: put it in ../shared/data, or name its place with -Dasepsie.test.data");
        return found.orElseThrow();
    }

    private static Optional<Path> beside() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var data = folder.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }
}
