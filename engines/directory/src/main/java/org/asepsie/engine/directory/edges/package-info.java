/// Which attack edges follow from a forest: one rule, one class. Every edge says which units of remediation hold it up.
@NullMarked
package org.asepsie.engine.directory.edges;

import org.jspecify.annotations.NullMarked;
