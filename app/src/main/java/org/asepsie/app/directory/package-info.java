/// Are identities and rights in order? Takes collections of an Active Directory, has the engine examine them, keeps
/// the
/// answer (never the files), and turns it into findings, paths to the top, a basket of changes, evidence and
/// documents.
///
/// [org.asepsie.app.directory.Examinations] takes files, [org.asepsie.app.directory.Collections] finds the answers
/// again.
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"access", "database", "page", "facility", "knowledge", "evidence", "plan", "report"})
@NullMarked
package org.asepsie.app.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
