/// Reads nftables: what `nft list ruleset` writes, and scripts for `nft -f`.
@NullMarked
package org.asepsie.engine.network.reader.nftables;

import org.jspecify.annotations.NullMarked;
