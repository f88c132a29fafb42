package org.asepsie.engine.directory.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.sharphound.SharpHound;

/// The edges of a forest as texts: `source kind target`.
record Derived(Forest forest, Set<String> edges) {
    static Derived of(Forest forest) {
        var edges = new TreeSet<String>();
        AttackEdges.derive(
                forest, (from, kind, to, _) -> edges.add(text(forest.id(from), kind.label(), forest.id(to))));
        return new Derived(forest, edges);
    }

    /// @param path a zip, a file or a folder of files
    static Derived read(Path path) {
        var builder = new ForestBuilder();
        var reader = new SharpHound(builder);
        if (Files.isDirectory(path)) {
            try (var files = Files.list(path)) {
                files.filter(it -> it.toString().endsWith(".json")).sorted().forEach(reader::read);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        } else {
            reader.read(path);
        }
        return of(builder.build());
    }

    static String text(String source, String kind, String target) {
        return source + " " + kind + " " + target;
    }

    /// Only those of some kinds.
    Set<String> of(Collection<String> kinds) {
        var result = new TreeSet<>(edges);
        result.removeIf(it -> !kinds.contains(it.split(" ")[1]));
        return result;
    }
}
