/// What iptables and nftables share because the same kernel runs both: connection states, kinds of
/// addresses, ICMP names.
@NullMarked
package org.asepsie.engine.network.reader.netfilter;

import org.jspecify.annotations.NullMarked;
