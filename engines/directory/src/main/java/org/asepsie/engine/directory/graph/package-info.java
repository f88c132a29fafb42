/// The attack-path graph in compressed sparse rows, and what is asked of it: who reaches the top and how, which points
/// every path passes, which set of changes stops them all, and what a change would do.
///
/// Nothing here knows a directory: nodes, edge kinds and units of remediation are numbers, so that a forest of a
/// million objects fits in the memory of a laptop. The package `edges` beside this one gives the numbers their meaning.
@NullMarked
package org.asepsie.engine.directory.graph;

import org.jspecify.annotations.NullMarked;
