/// What we put before others: the board report on paper, the workbook out and back in, everything as JSON.
@ApplicationModule(
        displayName = "Report",
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
package org.asepsie.app.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
