package org.asepsie.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.asepsie.engine.maturity.Measure.Range;

/// What helps a hospital read an examination of its directory: remedies by point, tags that tell whose account it is,
/// and the steps of an attack path in plain words.
public record DirectoryGuide(Source source, List<Remedy> remedies, List<Tag> tags, Map<String, Text> relations) {
    private static final double MOST_DAYS = 200;

    public DirectoryGuide {
        remedies = List.copyOf(remedies);
        tags = List.copyOf(tags);
        relations = Map.copyOf(relations);
    }

    /// How much work a remedy is.
    public enum Effort {
        HOURS,
        DAYS,
        PROJECT
    }

    /// @param points ids of the control points it mends
    /// @param days of an administrator, for one establishment
    public record Remedy(String id, List<String> points, Effort effort, Range days, Text why, List<Text> how) {
        public Remedy {
            points = List.copyOf(points);
            how = List.copyOf(how);
        }
    }

    /// Accounts and machines of one sort in a hospital, told by their names.
    ///
    /// @param kinds of objects, as the document of findings writes them
    /// @param care why mending it bluntly would hurt care
    /// @param measure what to do instead, or first
    public record Tag(String id, List<String> kinds, List<Pattern> names, Text title, Text care, Text measure) {
        public Tag {
            kinds = List.copyOf(kinds);
            names = List.copyOf(names);
        }

        private boolean fits(String kind, String name) {
            return kinds.contains(kind)
                    && names.stream().anyMatch(it -> it.matcher(name).find());
        }
    }

    private static final class Bundled {
        private static final DirectoryGuide GUIDE = load();

        private static DirectoryGuide load() {
            var name = "directory.yaml";
            var problems = new Problems().in(name);
            var tree = Objects.requireNonNull(PreparedKnowledge.bundled().get(name), name);
            var guide = read(new Fields(tree, problems));
            if (!problems.found().isEmpty()) {
                throw new UnreadableKnowledge(problems.found());
            }
            return guide;
        }
    }

    /// The guide that comes with this version.
    public static DirectoryGuide bundled() {
        return Bundled.GUIDE;
    }

    static DirectoryGuide read(Fields in) {
        var source = Source.read(in.block("source"));
        var remedies =
                in.blocks("remedies").stream().map(DirectoryGuide::remedy).toList();
        var tags = in.blocks("tags").stream().map(DirectoryGuide::tag).toList();
        var relations = new LinkedHashMap<String, Text>();
        for (var relation : in.blocks("relations")) {
            var text = relation.text("text");
            relation.strings("kinds").forEach(it -> relations.put(it, text));
            relation.close();
        }
        in.close();
        return new DirectoryGuide(source, remedies, tags, relations);
    }

    private static Remedy remedy(Fields in) {
        var days = in.decimals("days", 2, 0, MOST_DAYS);
        var remedy = new Remedy(
                in.string("id"),
                in.strings("points"),
                in.word("effort", Effort.class),
                new Range(Math.min(days.getFirst(), days.getLast()), days.getLast()),
                in.text("why"),
                in.textList("how"));
        in.close();
        return remedy;
    }

    private static Tag tag(Fields in) {
        var patterns = new ArrayList<Pattern>();
        for (var name : in.strings("names")) {
            try {
                patterns.add(Pattern.compile(name, Pattern.CASE_INSENSITIVE));
            } catch (PatternSyntaxException broken) {
                in.problems()
                        .at(
                                in.node(),
                                new Text("motif illisible : " + name, "unreadable pattern: " + name),
                                new Text("Écrivez une expression régulière.", "Write a regular expression."));
            }
        }
        var tag = new Tag(
                in.string("id"), in.strings("kinds"), patterns, in.text("title"), in.text("care"), in.text("measure"));
        in.close();
        return tag;
    }

    /// What to do about a point; empty for advisories.
    public Optional<Remedy> remedy(String point) {
        return remedies.stream().filter(it -> it.points().contains(point)).findFirst();
    }

    /// The first tag that fits.
    ///
    /// @param name as a collection writes it, `PACS-SVC@HOSPITAL.EXAMPLE`
    public Optional<Tag> tag(String kind, String name) {
        var plain = name.toUpperCase(Locale.ROOT).replaceFirst("@.*", "");
        return tags.stream().filter(it -> it.fits(kind, plain)).findFirst();
    }

    public Optional<Tag> tag(String id) {
        return tags.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// The step of a path, to be read between two names; the technical name where there are no words.
    public Text relation(String label) {
        return Optional.ofNullable(relations.get(label)).orElseGet(() -> new Text(label, label));
    }
}
