package org.asepsie.app.network.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.network.Intakes;
import org.springframework.web.multipart.MultipartFile;

/// Files as they were sent, in a folder of their own: an upload ends with its request, reading it does not. The folder
/// is deleted as soon as they are read, for they hold passwords and keys.
record SentFiles(Path folder, List<Intakes.Sent> files) {
    private static final int LONGEST_NAME = 150;

    SentFiles {
        files = List.copyOf(files);
    }

    static SentFiles keep(List<MultipartFile> sent) {
        try {
            var folder = Files.createTempDirectory("asepsie-network-");
            var kept = new ArrayList<Intakes.Sent>();
            try {
                for (var file : sent) {
                    var place = folder.resolve(String.valueOf(kept.size()));
                    kept.add(new Intakes.Sent(name(file), place));
                    file.transferTo(place);
                }
                return new SentFiles(folder, kept);
            } catch (IOException | RuntimeException noRoom) {
                // What fits of files too large for the disk must not stay there.
                new SentFiles(folder, kept).forget();
                throw noRoom;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The last part of whatever path the browser sent.
    static String name(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceAll("\\p{Cntrl}", "");
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    void forget() {
        try {
            for (var file : files) {
                Files.deleteIfExists(file.place());
            }
            Files.deleteIfExists(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
