package org.asepsie.app.evidence;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;

/// Something new is known of an establishment: a value was recorded, corrected or withdrawn.
public record EvidenceRecorded(FacilityId facility, IndicatorId indicator, EvidenceId evidence, Instant at) {}
