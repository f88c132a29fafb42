package org.asepsie.app.assessment;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Score;

/// One closed diagnosis in a list: when, by whom, and what it found.
public record Frozen(
        FrozenId id,
        FacilityId facility,
        Instrument.Id instrument,
        Instant asOf,
        String by,
        Score proven,
        Score said,
        Score possible) {}
