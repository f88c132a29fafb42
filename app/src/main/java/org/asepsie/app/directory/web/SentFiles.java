package org.asepsie.app.directory.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/// Files as they were sent, in a folder of their own that is deleted once they are examined.
///
/// They keep their names, because collectors tell the type of a file by it; each has its own folder, because two may
/// have the same name. The tables of ORADAD stay together: they are read as one.
record SentFiles(Path folder, List<Path> files) {
    private static final int LONGEST_NAME = 120;

    SentFiles {
        files = List.copyOf(files);
    }

    static SentFiles keep(List<MultipartFile> sent) {
        try {
            var folder = Files.createTempDirectory("asepsie-directory-");
            var kept = new SentFiles(folder, List.of());
            try {
                return new SentFiles(folder, placed(folder, sent));
            } catch (IOException | RuntimeException noRoom) {
                // What fits of files too large for the disk must not stay there.
                kept.forget();
                throw noRoom;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> placed(Path folder, List<MultipartFile> sent) throws IOException {
        var tables = sent.stream().anyMatch(it -> name(it).equalsIgnoreCase("tables.tsv"));
        var files = new ArrayList<Path>();
        var oradad = folder.resolve("ORADAD");
        for (var file : sent) {
            var name = name(file);
            if (tables && name.toLowerCase(Locale.ROOT).endsWith(".tsv")) {
                if (files.stream().noneMatch(oradad::equals)) {
                    Files.createDirectory(oradad);
                    files.add(oradad);
                }
                file.transferTo(oradad.resolve(name));
            } else {
                var own = Files.createDirectory(folder.resolve(String.valueOf(files.size())));
                var target = own.resolve(name);
                file.transferTo(target);
                files.add(target);
            }
        }
        return files;
    }

    /// The last part of whatever path the browser sent, with nothing in it that a file system could misread.
    private static String name(MultipartFile file) {
        var sent = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^\\.+", "_");
        var kept = clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
        return kept.isBlank() ? "collection" : kept;
    }

    void forget() {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
