package org.asepsie.knowledge;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// A step of the build: checks the files of the knowledge and writes them as [PreparedKnowledge].
final class KnowledgePreparation {
    private KnowledgePreparation() {}

    /// Ends with status 1 and every mistake with its file and line, if there is one.
    ///
    /// @param arguments the folder of the knowledge, and the file to write
    static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var problems = CatalogueReader.read(folder).problems();
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            System.exit(1);
        }
        var trees = new TreeMap<String, MappingNode>();
        var unread = new Problems();
        for (var file : CatalogueReader.files(folder)) {
            try (var input = Files.newInputStream(file)) {
                var name = CatalogueReader.name(folder, file);
                YamlFile.read(input, name, unread).ifPresent(it -> trees.put(name, it));
            }
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            PreparedKnowledge.write(trees, out);
        }
    }
}
