package org.asepsie.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;

/// What an establishment answered, read from one or several files.
///
/// @param on the day of the answers
public record Answers(Optional<String> establishment, LocalDate on, Dossier dossier) {

    /// Both together; where both speak of a topic, `later` counts.
    public Answers and(Answers later) {
        var statements = new HashMap<TopicId, Statement>(dossier.statements());
        statements.putAll(later.dossier.statements());
        var proofs = new ArrayList<Proof>(dossier.proofs());
        proofs.addAll(later.dossier.proofs());
        return new Answers(
                later.establishment.or(() -> establishment),
                later.on.isAfter(on) ? later.on : on,
                new Dossier(statements, proofs));
    }
}
