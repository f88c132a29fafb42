/// What all readers share: how a file is refused, and how much of it may be unpacked.
@NullMarked
package org.asepsie.engine.directory.input;

import org.jspecify.annotations.NullMarked;
