/// Where everything is kept: the PostgreSQL that Asepsie starts by itself, or the one an administrator names.
@ApplicationModule(displayName = "Database", allowedDependencies = "start")
@NullMarked
package org.asepsie.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
