package org.asepsie.engine.plan;

import org.asepsie.engine.maturity.MeasureId;

/// One action of a plan. Quarters count from 0; it counts from the end of `finish`.
///
/// @param must whether a wish or a duty, or what it prepares, made it be there
public record Line(MeasureId measure, int start, int finish, boolean must) {}
