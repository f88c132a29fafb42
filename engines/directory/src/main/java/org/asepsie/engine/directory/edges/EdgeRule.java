package org.asepsie.engine.directory.edges;

/// Finds the edges of one or a few kinds that follow from the facts. Rules do not see each other's edges.
@FunctionalInterface
interface EdgeRule {
    void derive(Facts facts, EdgeSink edges);
}
