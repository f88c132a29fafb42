package org.asepsie.app.plan;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;

/// An action that was proven is open again, because its evidence ended or now shows less.
public record ActionReopened(FacilityId facility, ActionId action, Reopening why, Instant at) {}
