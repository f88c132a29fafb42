package org.asepsie.engine.plan;

import org.asepsie.engine.maturity.Measure.Range;

/// What makes unlike harms comparable: everything is weighed in hours of care. A choice of values, not a
/// fact; an administrator may change it, and the tornado says when the advice hangs on it.
public record Exchange(Range hoursPerRecord, Range hoursPerEuro) {}
