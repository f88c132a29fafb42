package org.asepsie.app.assessment;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Instrument;

/// A diagnosis was closed: its result will not change any more.
public record AssessmentFrozen(FacilityId facility, Instrument.Id instrument, FrozenId frozen, Instant at) {}
