/// What do we do next, with our means; what is done, and what is proven.
///
/// [org.asepsie.app.plan.Plans] works a plan out of the answers, the evidence and the catalogue each time it is
/// asked, and lays what people decided over it; [org.asepsie.app.plan.Decisions] takes those decisions. Ticking
/// a box makes an action *done*; evidence in date makes it *proven*, and takes that back when it is over.
@ApplicationModule(
        displayName = "Plan",
        allowedDependencies = {"access", "page", "facility", "knowledge", "evidence", "assessment"})
@NullMarked
package org.asepsie.app.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
