/// A fictitious region with three years of history, for whoever wants to see the product before entering anything.
///
/// With `asepsie.demo=true` and an empty database, [org.asepsie.app.demo.Demonstration] tells the story through the
/// doors of the other modules, all of it or nothing. On a database that holds anything else it does nothing.
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "access",
            "assessment",
            "directory",
            "evidence",
            "facility",
            "home",
            "knowledge",
            "network",
            "page",
            "plan",
            "sharing",
            "schedule",
            "start"
        })
@NullMarked
package org.asepsie.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
