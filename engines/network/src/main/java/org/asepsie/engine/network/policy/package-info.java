/// The neutral policy: what every reader produces and every question is asked of. It knows no vendor. A
/// reader puts the semantics of its vendor into order of stages, chains, implied rules and marks
/// (docs/design/network.md).
@NullMarked
package org.asepsie.engine.network.policy;

import org.jspecify.annotations.NullMarked;
