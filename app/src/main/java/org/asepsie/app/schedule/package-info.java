/// Which measures to finish in which quarter, with the days and the money at hand, so that least harm to care is
/// expected.
///
/// [org.asepsie.app.schedule.Schedules] computes the plan by quarter from the answers, the evidence, the decisions,
/// the means and the knowledge, keeps it, and computes it again only when one of those changed;
/// [org.asepsie.app.schedule.MeansAndWishes] takes what the establishment says it can spend, and what it moves by
/// hand. The order of the list of actions is the plan module's own until a director adopts this one.
@ApplicationModule(
        displayName = "Plan by quarter",
        allowedDependencies = {
            "access",
            "page",
            "facility",
            "knowledge",
            "evidence",
            "assessment",
            "plan",
            "plan :: words"
        })
@NullMarked
package org.asepsie.app.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
