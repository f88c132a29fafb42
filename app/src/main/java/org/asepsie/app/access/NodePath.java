package org.asepsie.app.access;

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
}
