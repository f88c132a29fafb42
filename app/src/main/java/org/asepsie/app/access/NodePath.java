package org.asepsie.app.access;

import java.util.List;
import java.util.stream.Collectors;

/// The way from the root of the tree to a node, each id closed by a slash: what begins with a path lies below it.
public record NodePath(String value) {
    public NodePath {
        if (!value.startsWith("/") || !value.endsWith("/")) {
            throw new IllegalArgumentException("a path starts and ends with a slash, not « %s »".formatted(value));
        }
    }

    public static NodePath root(NodeId nation) {
        return new NodePath("/" + nation.value() + "/");
    }

    public NodePath below(NodeId child) {
        return new NodePath(value + child.value() + "/");
    }

    public boolean contains(NodePath other) {
        return other.value.startsWith(value);
    }

    /// Whether this is the nation: one id, nothing above.
    boolean isRoot() {
        return value.indexOf('/', 1) == value.length() - 1;
    }

    static String joined(List<NodePath> paths) {
        return paths.stream().map(NodePath::value).collect(Collectors.joining(","));
    }
}
