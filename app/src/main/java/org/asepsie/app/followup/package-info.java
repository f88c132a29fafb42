/// What becomes of the plan once it is decided: seen as a board and as a timeline, changed many lines at a time,
/// taken out as a workbook and brought back, remembered by e-mail and in a calendar, proven or opened again.
@ApplicationModule(
        displayName = "Follow-up",
        allowedDependencies = {
            "access",
            "assessment",
            "database",
            "evidence",
            "facility",
            "knowledge",
            "page",
            "plan",
            "plan::words"
        })
@NullMarked
package org.asepsie.app.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
