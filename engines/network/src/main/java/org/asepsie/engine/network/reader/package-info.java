/// Finds the reader that a file needs; each vendor's reader is a package below.
@NullMarked
package org.asepsie.engine.network.reader;

import org.jspecify.annotations.NullMarked;
