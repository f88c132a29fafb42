/// What passes, how surely, by which line: the questions asked of the neutral policy.
@NullMarked
package org.asepsie.engine.network.proof;

import org.jspecify.annotations.NullMarked;
