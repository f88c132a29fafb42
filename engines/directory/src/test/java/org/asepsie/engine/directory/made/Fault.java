package org.asepsie.engine.directory.made;

/// A fault planted on purpose: `source` can take over `target`, which leads to the top.
///
/// @param kind the edge by which it must be found
record Fault(String name, String source, String kind, String target) {}
