package org.asepsie.app.followup.web;

import org.asepsie.app.plan.Plan;

/// Draws the timeline of a plan for tests outside this package.
public final class TimelineOfAPlan {
    private TimelineOfAPlan() {}

    public static Timeline of(Plan plan) {
        return Timeline.of(plan);
    }
}
