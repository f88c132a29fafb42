/// The first page of each role: what to do next in one house, many houses side by side, figures in which no
/// house can be recognised.
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "access",
            "assessment",
            "assessment::words",
            "evidence",
            "facility",
            "knowledge",
            "page",
            "plan",
            "plan::words"
        })
@NullMarked
package org.asepsie.app.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
