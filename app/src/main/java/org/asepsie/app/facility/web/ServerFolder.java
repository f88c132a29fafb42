package org.asepsie.app.facility.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The folder of the server where an administrator may drop a file of the register too large for a browser.
@Component
class ServerFolder {
    private final Path folder;

    ServerFolder(@Value("${asepsie.finess-folder:${asepsie.data}/finess}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(it -> it.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A file of the list, and nothing outside it.
    Optional<Path> file(String name) {
        return files().contains(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
    }
}
