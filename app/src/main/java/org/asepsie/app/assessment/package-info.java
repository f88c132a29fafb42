/// How mature is an establishment, by its own word and by evidence: answers, results, history.
///
/// [org.asepsie.app.assessment.Diagnosis] takes answers, once per topic whatever the questionnaire;
/// [org.asepsie.app.assessment.Results] asks the engine what they are worth together with the evidence;
/// [org.asepsie.app.assessment.History] closes a diagnosis so that it can be computed again for ever.
@ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {"access", "page", "facility", "knowledge", "evidence"})
@NullMarked
package org.asepsie.app.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
