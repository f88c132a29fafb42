/// The frame around every page: language and wording, layout, dates and numbers, static files, error pages.
@ApplicationModule(displayName = "Page", allowedDependencies = "access")
@NullMarked
package org.asepsie.app.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
