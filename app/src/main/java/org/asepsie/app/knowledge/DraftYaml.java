package org.asepsie.app.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asepsie.app.knowledge.FileProblem.Place;

/// Writes what a workbook holds as YAML, and remembers for each line which cell it came from: so one reader
/// checks both forms of a framework, and its remarks about a line lead back to the cell.
final class DraftYaml {
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();

    /// @param places of each line of `text`, the first line first
    record Written(String text, List<Place> places) {
        /// Where line `number` (counted from 1) comes from.
        Place placeOf(int number) {
            return number >= 1 && number <= places.size() ? places.get(number - 1) : new Place.WholeFile();
        }
    }

    /// A part of the draft: a cell's value as YAML, or what lies below a key.
    sealed interface Node {
        record Value(String yaml, Place place) implements Node {}

        record Mapping(Map<String, Node> entries, Place place) implements Node {
            Mapping(Place place) {
                this(new LinkedHashMap<>(), place);
            }
        }

        /// Items by their number; numbers may be missing.
        record Sequence(TreeMap<Integer, Node> items, Place place) implements Node {
            Sequence(Place place) {
                this(new TreeMap<>(), place);
            }
        }

        Place place();
    }

    static Written write(Node.Mapping draft) {
        var yaml = new DraftYaml();
        yaml.mapping(draft, 0);
        return new Written(yaml.text.toString(), List.copyOf(yaml.places));
    }

    private void mapping(Node.Mapping mapping, int depth) {
        mapping.entries().forEach((key, node) -> entry("  ".repeat(depth) + key + ":", node, depth));
    }

    private void entry(String start, Node node, int depth) {
        switch (node) {
            case Node.Value(var yaml, var place) -> line(start + " " + yaml, place);
            case Node.Mapping it when it.entries().isEmpty() -> line(start + " {}", it.place());
            case Node.Sequence it when it.items().isEmpty() -> line(start + " []", it.place());
            case Node.Mapping it -> {
                line(start, it.place());
                mapping(it, depth + 1);
            }
            case Node.Sequence it -> {
                line(start, it.place());
                it.items().values().forEach(item -> entry("  ".repeat(depth + 1) + "-", item, depth + 1));
            }
        }
    }

    private void line(String line, Place place) {
        text.append(line).append('\n');
        places.add(place);
    }

    /// A text between double quotes, as YAML and JSON both read it.
    static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        value.codePoints().forEach(it -> {
            switch (it) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (it < 0x20 || it == 0x7f || (it >= 0x80 && it < 0xa0) || it == 0x2028 || it == 0x2029) {
                        quoted.append("\\u%04x".formatted(it));
                    } else {
                        quoted.appendCodePoint(it);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
