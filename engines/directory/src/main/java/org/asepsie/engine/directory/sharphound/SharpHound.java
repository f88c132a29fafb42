package org.asepsie.engine.directory.sharphound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.input.Unpacked;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;

/// Reads one file of SharpHound: a zip of any number of collections, or one JSON file. One pass, bounded memory.
///
/// A zip is one source. Its date is the newest timestamp in the names of its files (the collector writes local time;
/// it is taken as UTC, which moves ages by hours where they are counted in days).
public final class SharpHound {
    private static final Pattern STAMP = Pattern.compile("(?:^|[/_])(20\\d{12})_");
    private static final DateTimeFormatter STAMP_FORMAT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final int MOST_ENTRIES = 20_000;

    private final ForestBuilder forest;

    public SharpHound(ForestBuilder forest) {
        this.forest = forest;
    }

    /// @throws Unreadable if the file cannot be used; the builder then holds a part of it and is to be dropped
    public void read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            if (isZip(file)) {
                readZip(file, name);
            } else {
                forest.source(Source.Format.SHARPHOUND, name, stamp(Stream.of(name)));
                new CollectionFile(forest, name, () -> Files.newInputStream(file)).read();
            }
        } catch (ZipException broken) {
            throw new Unreadable(Reason.TRUNCATED, name, broken);
        } catch (IOException unopened) {
            throw new Unreadable(Reason.UNOPENED, name, unopened);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return List.of('P', 'K').equals(List.of((char) in.read(), (char) in.read()));
        }
    }

    private void readZip(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entries = Collections.list(zip.entries());
            if (entries.size() > MOST_ENTRIES) {
                throw new Unreadable(Reason.ZIP_BOMB, name, entries.size() + " files");
            }
            var wanted = entries.stream()
                    .filter(it -> !it.isDirectory()
                            && it.getName().toLowerCase(Locale.ROOT).endsWith(".json"))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            if (wanted.isEmpty()) {
                throw new Unreadable(Reason.NOTHING_INSIDE, name, entries.size() + " files, no .json");
            }
            forest.source(Source.Format.SHARPHOUND, name, stamp(wanted.stream().map(ZipEntry::getName)));
            entries.stream()
                    .filter(it -> !it.isDirectory() && !wanted.contains(it))
                    .forEach(it -> forest.note(Source.Oddity.SKIPPED_FILE, name + "!" + it.getName(), ""));
            var allowance = new Unpacked.Allowance(Files.size(file));
            for (var entry : wanted) {
                var where = name + "!" + entry.getName();
                new CollectionFile(forest, where, () -> unpacked(zip, entry, where, allowance)).read();
            }
        }
    }

    private static InputStream unpacked(ZipFile zip, ZipEntry entry, String where, Unpacked.Allowance allowance)
            throws IOException {
        return new Unpacked(zip.getInputStream(entry), where, allowance);
    }

    private static Optional<Instant> stamp(Stream<String> names) {
        return names.map(STAMP::matcher)
                .filter(it -> it.find())
                .map(it -> it.group(1))
                .max(Comparator.naturalOrder())
                .flatMap(SharpHound::instant);
    }

    private static Optional<Instant> instant(String stamp) {
        try {
            return Optional.of(LocalDateTime.parse(stamp, STAMP_FORMAT).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }
}
