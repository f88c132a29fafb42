/// A made-up forest of any size from a seed, with faults planted on purpose, written in the formats that readers know.
@NullMarked
package org.asepsie.engine.directory.made;

import org.jspecify.annotations.NullMarked;
