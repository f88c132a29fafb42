package org.asepsie.app.schedule;

import java.time.Instant;
import java.util.Optional;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.engine.maturity.Measure.Range;

/// One decision of an administrator on a number of the model.
///
/// @param kind the establishments it holds for
/// @param range what was put in place; empty gives the knowledge's own range back
/// @param reason so that the next reader knows why
public record ParameterChange(
        FacilityKind kind, String parameter, Optional<Range> range, String reason, String by, Instant at) {}
