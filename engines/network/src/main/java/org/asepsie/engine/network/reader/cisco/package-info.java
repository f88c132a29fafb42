/// Cisco IOS (and the close relatives NX-OS, IOS XR, EOS as far as access lists go) and Cisco ASA.
@NullMarked
package org.asepsie.engine.network.reader.cisco;

import org.jspecify.annotations.NullMarked;
