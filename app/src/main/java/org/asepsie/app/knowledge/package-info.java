/// Which questions, measures, indicators and rules are in force here: what comes with the product, what a regional
/// centre
/// added for its own, and which dated rules an administrator switched on.
@ApplicationModule(
        displayName = "Knowledge",
        allowedDependencies = {"access", "page", "facility"})
@NullMarked
package org.asepsie.app.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
