/// Who is this, what may they do, and what did they do.
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"database", "start"})
@NullMarked
package org.asepsie.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
