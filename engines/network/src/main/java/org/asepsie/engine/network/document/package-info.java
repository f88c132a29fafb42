/// What was found, as plain records of texts and numbers, for a file or a screen.
@NullMarked
package org.asepsie.engine.network.document;

import org.jspecify.annotations.NullMarked;
