/// Reads PingCastle's XML report as evidence of a third party: what it found, not what it saw.
@NullMarked
package org.asepsie.engine.directory.pingcastle;

import org.jspecify.annotations.NullMarked;
