/// What do we know about an establishment, how surely, and until when.
///
/// [org.asepsie.app.evidence.EvidenceHub] records and tells; nothing is ever changed or erased: a correction and a
/// withdrawal are rows of their own. [org.asepsie.app.evidence.Proofs] says it in the words of the maturity engine.
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"access", "page", "facility", "knowledge"})
@NullMarked
package org.asepsie.app.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
