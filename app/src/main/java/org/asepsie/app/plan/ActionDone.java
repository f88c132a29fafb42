package org.asepsie.app.plan;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;

/// An action of a plan was said to be done. Whether that is proven is another matter.
public record ActionDone(FacilityId facility, ActionId action, Instant at) {}
