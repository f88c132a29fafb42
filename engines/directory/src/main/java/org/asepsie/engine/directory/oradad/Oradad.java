package org.asepsie.engine.directory.oradad;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.entry.EntryReader;
import org.asepsie.engine.directory.input.Lines;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;

/// Reads a folder of ORADAD's clear files (`outputFiles=1`) as one source.
///
/// `tables.tsv` gives each file's columns: table name, then names of attributes. A file holds one entry a line,
/// without
/// header; its name ends in the table's name. One entry is in several tables: what each tells is joined.
public final class Oradad {
    /// All members of a group stand in one cell: two million names of sixty characters.
    private static final int LONGEST = 128 << 20;

    private final ForestBuilder forest;

    public Oradad(ForestBuilder forest) {
        this.forest = forest;
    }

    /// @throws Unreadable if the folder has no `tables.tsv`, or a file cannot be used
    public void read(Path folder) {
        var name = String.valueOf(folder.getFileName());
        try (var walk = Files.walk(folder)) {
            var files = walk.filter(Files::isRegularFile)
                    .filter(it -> fileName(it).endsWith(".tsv"))
                    .sorted()
                    .toList();
            var tables = new HashMap<String, List<String>>();
            for (var file : files) {
                if (fileName(file).equals("tables.tsv")) {
                    tables.putAll(tables(file));
                }
            }
            if (tables.isEmpty()) {
                throw new Unreadable(Reason.UNKNOWN_FORMAT, name, "no tables.tsv");
            }
            forest.source(Source.Format.ORADAD, name, Optional.empty());
            read(files, tables);
        } catch (IOException unopened) {
            throw new Unreadable(Reason.UNOPENED, name, unopened);
        }
    }

    private void read(List<Path> files, Map<String, List<String>> tables) throws IOException {
        var entries = new EntryReader(forest);
        for (var file : files) {
            var table = table(file, tables.keySet());
            if (table.isPresent()) {
                read(file, tables.getOrDefault(table.get(), List.of()), entries);
            } else if (!fileName(file).equals("tables.tsv")) {
                forest.note(Oddity.SKIPPED_FILE, fileName(file), "");
            }
        }
        entries.finish();
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> tables(Path file) throws IOException {
        var tables = new LinkedHashMap<String, List<String>>();
        try (var in = lines(file)) {
            for (var line = in.next(); line != null; line = in.next()) {
                var cells = List.of(line.split("\t", -1));
                if (cells.size() > 1 && !cells.getFirst().isBlank()) {
                    tables.put(
                            cells.getFirst().strip().toLowerCase(Locale.ROOT),
                            cells.subList(1, cells.size()).stream()
                                    .map(it -> it.strip().toLowerCase(Locale.ROOT))
                                    .toList());
                }
            }
        }
        return tables;
    }

    private static Lines lines(Path file) throws IOException {
        return new Lines(Files.newInputStream(file), StandardCharsets.UTF_8, fileName(file), LONGEST);
    }

    /// The longest table name that the file's name ends in.
    private static Optional<String> table(Path file, Set<String> tables) {
        var base = fileName(file).substring(0, fileName(file).length() - ".tsv".length());
        return tables.stream()
                .filter(it -> base.equals(it) || base.endsWith("_" + it))
                .max(Comparator.comparingInt(String::length));
    }

    private void read(Path file, List<String> columns, EntryReader entries) throws IOException {
        try (var in = lines(file)) {
            rows(in, file, columns, entries);
        }
    }

    private void rows(Lines in, Path file, List<String> columns, EntryReader entries) throws IOException {
        var odd = new HashSet<Integer>();
        for (var line = in.next(); line != null; line = in.next()) {
            var where = fileName(file) + ":" + in.number();
            var cells = line.split("\t", -1);
            if (cells.length != columns.size() && odd.add(cells.length)) {
                forest.note(Oddity.WRONG_COUNT, where, cells.length + " columns, " + columns.size() + " expected");
            }
            if (cells.length == columns.size()) {
                Cells.entry(columns, new ArrayList<>(List.of(cells))).ifPresent(it -> entries.read(it, where));
            }
        }
    }
}
