package org.asepsie.app.assessment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.evidence.Proofs;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All that is stated and proven about establishments, in the engine's words and under the topics of today.
@Service
public class Dossiers {
    private final AnswerStore answers;
    private final Proofs proofs;
    private final Questionnaires questionnaires;

    Dossiers(AnswerStore answers, Proofs proofs, Questionnaires questionnaires) {
        this.answers = answers;
        this.proofs = proofs;
        this.questionnaires = questionnaires;
    }

    @Transactional(readOnly = true)
    public Dossier of(FacilityId facility, Instant at) {
        return of(List.of(facility), at).getOrDefault(facility, Dossier.EMPTY);
    }

    /// Two queries, however many facilities. One of which nothing is known has no entry.
    @Transactional(readOnly = true)
    public Map<FacilityId, Dossier> of(Collection<FacilityId> facilities, Instant at) {
        var statements = new HashMap<FacilityId, Map<TopicId, Statement>>();
        for (var line : answers.statements(facilities, at)) {
            statements.computeIfAbsent(line.facility(), _ -> new HashMap<>()).put(line.topic(), line.statement());
        }
        var shown = proofs.of(facilities, at);
        var moves = questionnaires.moves();
        var dossiers = new LinkedHashMap<FacilityId, Dossier>();
        for (var facility : facilities) {
            var said = statements.getOrDefault(facility, Map.of());
            List<Proof> proven = shown.getOrDefault(facility, List.of());
            if (!said.isEmpty() || !proven.isEmpty()) {
                dossiers.put(facility, moves.apply(new Dossier(said, proven)));
            }
        }
        return dossiers;
    }
}
