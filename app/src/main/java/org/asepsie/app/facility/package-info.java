/// Which places of care there are, to whom they belong, and the register (FINESS) that numbers them.
@ApplicationModule(
        displayName = "Facility",
        allowedDependencies = {"access", "page"})
@NullMarked
package org.asepsie.app.facility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
