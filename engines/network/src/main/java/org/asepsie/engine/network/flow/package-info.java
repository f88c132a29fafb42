/// What the logs really show: connections counted from zone to zone, from flow logs of any size in bounded
/// memory.
@NullMarked
package org.asepsie.engine.network.flow;

import org.jspecify.annotations.NullMarked;
