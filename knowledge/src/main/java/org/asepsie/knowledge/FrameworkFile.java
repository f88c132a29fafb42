package org.asepsie.knowledge;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.maturity.TopicId;

/// A framework from outside, for instance a region's own, with what it brings along in the same file.
///
/// Beside `framework`, `themes` and `questions` the file may hold `topics` (those that the catalogue lacks)
/// and, in a new version, `renames`, `splits` and `merges` of its own topics.
public record FrameworkFile(Framework framework, List<Topic> topics, Renames renames) {
    public FrameworkFile {
        topics = List.copyOf(topics);
    }

    /// Empty when the file is not even a framework. With problems, it is good enough to show, not to use.
    public record Reading(Optional<FrameworkFile> file, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /// @param name how to call the file in problems
    /// @param catalogue what is known besides; an older version of the same framework in it is replaced
    public static Reading read(InputStream input, String name, Catalogue catalogue) {
        var problems = new Problems().in(name);
        var file = YamlFile.read(input, name, problems).map(it -> read(new Fields(it, problems)));
        file.ifPresent(it -> new ForeignFile(it, catalogue, problems).check());
        return new Reading(file, problems.found());
    }

    /// The same with the moves of the version it replaces.
    FrameworkFile replacing(FrameworkFile older) {
        return new FrameworkFile(framework, topics, renames.after(older.renames));
    }

    private static FrameworkFile read(Fields in) {
        var topics = in.has("topics") ? topics(in.block("topics"), in.problems()) : List.<Topic>of();
        var renames = Renames.read(in);
        return new FrameworkFile(Framework.read(in), topics, renames);
    }

    private static List<Topic> topics(Fields block, Problems problems) {
        var topics = new ArrayList<Topic>();
        block.each((id, node) -> {
            var in = new Fields(node, problems);
            if (Ids.wellFormed(id, in)) {
                topics.add(in.remember(new Topic(new TopicId(id), in.here())));
            }
            in.close();
        });
        return topics;
    }
}
