/// One door for all formats: files in, a forest out.
@NullMarked
package org.asepsie.engine.directory.reader;

import org.jspecify.annotations.NullMarked;
