/// What several sites do together: one line decided once and counted in each of their plans, and offers by which a
/// regional adviser brings a campaign to those who need it.
@ApplicationModule(
        displayName = "Sharing",
        allowedDependencies = {"access", "facility", "knowledge", "page", "plan", "plan::words"})
@NullMarked
package org.asepsie.app.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
