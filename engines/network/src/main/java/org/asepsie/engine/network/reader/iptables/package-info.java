/// Reads what `iptables-save` and `ip6tables-save` write.
@NullMarked
package org.asepsie.engine.network.reader.iptables;

import org.jspecify.annotations.NullMarked;
