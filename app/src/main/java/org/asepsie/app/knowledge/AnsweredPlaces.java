package org.asepsie.app.knowledge;

import java.time.Instant;
import java.util.List;
import org.asepsie.app.access.NodePath;
import org.asepsie.engine.maturity.Dossier;

/// Tells what establishments have answered and proven, so that a new version of a questionnaire can be tried on
/// them before anybody has to live with it. The module that keeps the answers implements it: knowledge itself
/// knows no answer.
public interface AnsweredPlaces {
    /// @param id of the establishment
    record Answered(String id, String name, Dossier dossier) {}

    /// Every open establishment at or below a place that answered anything, by name.
    List<Answered> below(NodePath place, Instant asOf);
}
