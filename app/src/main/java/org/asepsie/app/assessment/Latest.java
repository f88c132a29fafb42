package org.asepsie.app.assessment;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Completeness;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Standing;

/// Where a facility stood when it was last computed: after its last answer, its last evidence, or the night's walk.
public record Latest(
        FacilityId facility, Instrument.Id instrument, Instant asOf, Standing standing, Completeness completeness) {}
