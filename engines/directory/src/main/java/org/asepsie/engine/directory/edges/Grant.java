package org.asepsie.engine.directory.edges;

/// Someone holds something, and the unit that takes it away.
record Grant(int holder, int unit) {}
