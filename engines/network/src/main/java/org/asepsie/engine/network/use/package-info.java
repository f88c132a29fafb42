/// Holds what firewalls make possible against what logs show: openings that nobody used.
@NullMarked
package org.asepsie.engine.network.use;

import org.jspecify.annotations.NullMarked;
