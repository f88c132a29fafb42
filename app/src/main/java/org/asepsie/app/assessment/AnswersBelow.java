package org.asepsie.app.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.knowledge.AnsweredPlaces;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Supplies the answers on which a new version of a questionnaire is tried: those that the actor may see.
@Component
class AnswersBelow implements AnsweredPlaces {
    private final Facilities facilities;
    private final Dossiers dossiers;

    AnswersBelow(Facilities facilities, Dossiers dossiers) {
        this.facilities = facilities;
        this.dossiers = dossiers;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Answered> below(NodePath place, Instant asOf) {
        var there = facilities.visible().stream()
                .filter(it -> place.contains(it.path()))
                .toList();
        var known = dossiers.of(there.stream().map(Facility::id).toList(), asOf);
        return there.stream()
                .flatMap(it -> Optional.ofNullable(known.get(it.id())).stream()
                        .map(answers -> new Answered(it.id().toString(), it.name(), answers)))
                .toList();
    }
}
