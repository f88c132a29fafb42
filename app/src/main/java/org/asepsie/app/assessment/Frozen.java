package org.asepsie.app.assessment;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Score;
import org.asepsie.engine.maturity.Standing;

/// One closed diagnosis in a list: when, by whom, and what it found.
public record Frozen(
        FrozenId id,
        FacilityId facility,
        Instrument.Id instrument,
        Instant asOf,
        String by,
        Score proven,
        Score said,
        Score possible) {

    /// Whether closing now would find the same.
    boolean agreesWith(Standing standing) {
        return proven.equals(standing.proven().score())
                && said.equals(standing.said().score())
                && possible.equals(standing.possible().score());
    }
}
