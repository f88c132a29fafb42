/// Sets of packets as binary decision diagrams in flat arrays: exact, canonical, one arena for one
/// analysis.
@NullMarked
package org.asepsie.engine.network.packets;

import org.jspecify.annotations.NullMarked;
