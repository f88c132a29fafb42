/// Matrices that other tools keep, turned into zones and declared flows.
@NullMarked
package org.asepsie.engine.network.declared;

import org.jspecify.annotations.NullMarked;
