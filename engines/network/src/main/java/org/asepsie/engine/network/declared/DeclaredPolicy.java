package org.asepsie.engine.network.declared;

import java.util.List;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.Zone;

/// What the policy files of Aerleon or Capirca say, as a matrix. A flow that is declared here is surely allowed by
/// those files; what they allow beyond it is in `leftOut`.
public record DeclaredPolicy(List<Zone> zones, DeclaredMatrix flows, List<LeftOut> leftOut) {
    public DeclaredPolicy {
        zones = List.copyOf(zones);
        leftOut = List.copyOf(leftOut);
    }

    /// A term that accepts, and of which no flow was made.
    public record LeftOut(String term, Why why, String detail) {}

    public enum Why {
        /// Its last day is over: the tool no longer writes it either.
        EXPIRED,
        /// It lets replies through; an opening is declared in the direction in which it opens.
        REPLIES,
        /// It depends on something a matrix does not hold; `detail` names it.
        CONDITION,
        /// It names no network on either side: the default of a place, not a decision about zones.
        NO_ZONE,
        /// It holds for a part of a zone only, or an earlier term refuses all of it.
        NO_WHOLE_ZONE
    }
}
