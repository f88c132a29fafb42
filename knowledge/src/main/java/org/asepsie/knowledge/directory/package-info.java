/// What both the pages and the command line say of an examined directory: the document, its words, and what the
/// knowledge adds (why a point matters to care, how to mend it, whose accounts they are).
@NullMarked
package org.asepsie.knowledge.directory;

import org.jspecify.annotations.NullMarked;
