/// What a person at the console sees: how the start went, where to go next, and, when it fails, how to mend it.
@ApplicationModule(
        displayName = "Start",
        allowedDependencies = {})
@NullMarked
package org.asepsie.app.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
