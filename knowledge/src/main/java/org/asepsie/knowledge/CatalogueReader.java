package org.asepsie.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the knowledge: the one that comes with the product, a folder of files, or one framework somebody uploads.
public final class CatalogueReader {
    private static @Nullable Catalogue bundled;

    private CatalogueReader() {}

    /// What was read and what is wrong with it. With problems, the catalogue is good enough to count and show,
    /// not to use.
    public record Reading(Catalogue catalogue, List<Problem> problems) {
        /// @throws UnreadableKnowledge if there is any problem
        public Catalogue orElseThrow() {
            if (!problems.isEmpty()) {
                throw new UnreadableKnowledge(problems);
            }
            return catalogue;
        }
    }

    /// A framework read on its own against a catalogue; empty when the file is not even a framework.
    public record FrameworkReading(Optional<Framework> framework, List<Problem> problems) {}

    /// The knowledge that comes with the product, read once, because it never changes. Whoever asks while it is being
    /// read waits for it.
    ///
    /// @throws UnreadableKnowledge if the build let a mistake through
    public static synchronized Catalogue bundled() {
        var known = bundled;
        if (known == null) {
            known = readBundled();
            bundled = known;
        }
        return known;
    }

    // The build has checked it: files against one another, and each for itself.
    private static Catalogue readBundled() {
        var drafts = new Drafts();
        PreparedKnowledge.bundled().forEach(drafts::read);
        return new Reading(drafts.catalogue(), drafts.problems().found()).orElseThrow();
    }

    /// All the files of a folder laid out as `knowledge/` is.
    public static Reading read(Path folder) {
        var drafts = new Drafts();
        for (var file : files(folder)) {
            try (var input = Files.newInputStream(file)) {
                drafts.read(name(folder, file), input);
            } catch (IOException notReadable) {
                throw new UncheckedIOException(notReadable);
            }
        }
        return finished(drafts);
    }

    /// A framework from outside, for instance a region's own, checked against what is known.
    ///
    /// @param name how to call the file in problems
    public static FrameworkReading readFramework(InputStream input, String name, Catalogue catalogue) {
        var problems = new Problems().in(name);
        var framework = YamlFile.read(input, name, problems).map(it -> Framework.read(new Fields(it, problems)));
        if (problems.found().isEmpty()) {
            framework.ifPresent(it -> new CatalogueCheck(catalogue.with(it), problems).framework(it));
        }
        return new FrameworkReading(framework, problems.found());
    }

    private static Reading finished(Drafts drafts) {
        var catalogue = drafts.catalogue();
        if (drafts.problems().found().isEmpty()) {
            new CatalogueCheck(catalogue, drafts.problems()).all();
        }
        return new Reading(catalogue, drafts.problems().found());
    }

    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    static List<Path> files(Path folder) {
        try (var walk = Files.walk(folder, 2)) {
            return walk.filter(it -> it.toString().endsWith(".yaml") && Files.isRegularFile(it))
                    .filter(it -> Drafts.belongs(folder.relativize(it)))
                    .sorted()
                    .toList();
        } catch (IOException notReadable) {
            throw new UncheckedIOException(notReadable);
        }
    }
}
