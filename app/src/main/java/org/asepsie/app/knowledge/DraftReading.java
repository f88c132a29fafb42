package org.asepsie.app.knowledge;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.asepsie.app.knowledge.FileProblem.Place;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.FrameworkFile;

/// What a file that somebody sent says, whether it is YAML or the workbook.
///
/// @param file empty when it is not even a questionnaire
/// @param yaml what would be kept of it
record DraftReading(Optional<FrameworkFile> file, String yaml, List<FileProblem> problems) {
    static final int LARGEST = 5 * 1024 * 1024;

    DraftReading {
        problems = List.copyOf(problems);
    }

    static DraftReading of(String name, byte[] content, Catalogue catalogue) {
        if (content.length == 0) {
            return refused(Complaint.EMPTY);
        }
        if (content.length > LARGEST) {
            return refused(Complaint.TOO_LARGE);
        }
        return isYaml(name, content) ? yaml(name, content, catalogue) : workbook(name, content, catalogue);
    }

    private static boolean isYaml(String name, byte[] content) {
        var plain = name.toLowerCase(java.util.Locale.ROOT);
        return switch (FileMagic.valueOf(content)) {
            case OOXML, OLE2, PDF -> false;
            default -> plain.endsWith(".yaml") || plain.endsWith(".yml");
        };
    }

    private static DraftReading yaml(String name, byte[] content, Catalogue catalogue) {
        return read(name, content, catalogue, Place.Line::new, List.of());
    }

    private static DraftReading workbook(String name, byte[] content, Catalogue catalogue) {
        var read = FrameworkWorkbookReader.read(content);
        if (read.draft().isEmpty()) {
            return new DraftReading(Optional.empty(), "", read.problems());
        }
        var draft = read.draft().get();
        return read(name, draft.text().getBytes(StandardCharsets.UTF_8), catalogue, draft::placeOf, read.problems());
    }

    private static DraftReading read(
            String name, byte[] yaml, Catalogue catalogue, IntFunction<Place> placeOfLine, List<FileProblem> before) {
        var reading = FrameworkFile.read(new ByteArrayInputStream(yaml), name, catalogue);
        var problems = new ArrayList<>(before);
        reading.problems().forEach(it -> problems.add(FileProblem.at(placeOfLine.apply(it.line()), it)));
        return new DraftReading(reading.file(), new String(yaml, StandardCharsets.UTF_8), problems);
    }

    private static DraftReading refused(Complaint complaint) {
        return new DraftReading(Optional.empty(), "", List.of(FileProblem.of(new Place.WholeFile(), complaint)));
    }

    DraftReading with(List<FileProblem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new DraftReading(file, yaml, all);
    }
}
