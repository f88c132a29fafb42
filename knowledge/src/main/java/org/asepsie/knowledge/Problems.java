package org.asepsie.knowledge;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/// Gathers the mistakes of all files read together, so that their authors see all of them at once, and
/// remembers where each thing was read, so that what is found wrong later can still be shown at its line.
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final Map<Object, Place> places = new IdentityHashMap<>();
    private String file = "";

    /// From now on, mistakes are in this file.
    Problems in(String name) {
        file = name;
        return this;
    }

    void at(Node node, Text message, Text remedy) {
        add(Problem.Kind.MISTAKE, place(node), message, remedy);
    }

    void untranslated(Node node, Text message, Text remedy) {
        add(Problem.Kind.MISSING_TRANSLATION, place(node), message, remedy);
    }

    void atLine(int line, int column, Text message, Text remedy) {
        add(Problem.Kind.MISTAKE, new Place(file, line, column), message, remedy);
    }

    /// A mistake in something that was read before.
    void about(Object read, Text message, Text remedy) {
        add(Problem.Kind.MISTAKE, places.getOrDefault(read, new Place(file, 1, 1)), message, remedy);
    }

    void remember(Object read, Node node) {
        places.put(read, place(node));
    }

    private Place place(Node node) {
        return node.getStartMark()
                .map(it -> new Place(file, it.getLine() + 1, it.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
    }

    private void add(Problem.Kind kind, Place at, Text message, Text remedy) {
        found.add(new Problem(kind, at.file, at.line, at.column, message, remedy));
    }

    List<Problem> found() {
        return found.stream().distinct().sorted().toList();
    }

    private record Place(String file, int line, int column) {}
}
