package org.asepsie.engine.directory.edges;

/// Takes the edges that rules find.
@FunctionalInterface
public interface EdgeSink {
    /// @param units all of what holds the edge up: it falls with the first that is removed; none for what nobody can
    ///     remove
    void edge(int from, EdgeKind kind, int to, int... units);
}
