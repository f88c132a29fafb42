package org.asepsie.engine.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Real configurations and logs with published answers. Their licences keep most of them out of this
/// repository, so they are read where they lie: `shared/data/network` beside the checkout, or the folder in
/// `-Dasepsie.network.data`.
public final class NetworkData {
    private NetworkData() {}

    /// The file or folder `relative`; the test is skipped if the data are not there.
    public static Path path(String relative) {
        var root = root();
        if (root == null) {
            return Assumptions.abort(
                    "test data not found: put them into ../shared/data/network or set -Dasepsie.network.data");
        }
        return root.resolve(relative);
    }

    private static @Nullable Path root() {
        var set = System.getProperty("asepsie.network.data");
        if (set != null) {
            return Path.of(set);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolve("shared/data/network");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /// The bytes of a file, unpacked if it is a `.gz`.
    public static byte[] bytes(String relative) {
        var path = path(relative);
        try (InputStream in = Files.newInputStream(path);
                var plain = relative.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A member that must be there.
    @SuppressWarnings("unchecked")
    public static <T> T member(Map<String, Object> object, String name) {
        return (T) Objects.requireNonNull(object.get(name), name);
    }

    /// A JSON file as maps and lists (YAML 1.2 contains JSON).
    @SuppressWarnings("unchecked")
    public static Map<String, Object> json(String relative) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build())
                .loadFromString(new String(bytes(relative), java.nio.charset.StandardCharsets.UTF_8));
    }
}
