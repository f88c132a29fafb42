package org.asepsie.knowledge.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Clarifications;
import org.asepsie.engine.maturity.Clarifications.Clarification;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Prioritiser;
import org.asepsie.engine.maturity.Step;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Measure;

/// Where one establishment stands by one framework, and what follows from it.
public record Diagnosis(
        Framework framework,
        Optional<String> entityClass,
        Maturity maturity,
        List<Clarification> clarifications,
        List<Step> plan) {
    public Diagnosis {
        clarifications = List.copyOf(clarifications);
        plan = List.copyOf(plan);
    }

    /// Asks the engine everything at once, some tens of milliseconds. To mark many establishments, build one
    /// [Assessor] on [Framework#instrument] and ask it alone.
    ///
    /// @param done measures known to be in place whatever the answers say
    public static Diagnosis of(
            Catalogue catalogue,
            Framework framework,
            Optional<String> entityClass,
            Dossier dossier,
            Instant asOf,
            Set<MeasureId> done) {
        var assessor = Assessor.of(framework.instrument(entityClass));
        var measures = catalogue.measures().stream()
                .filter(it -> framework.presentation().audience().stream().anyMatch(it::isFor))
                .map(Measure::candidate)
                .toList();
        return new Diagnosis(
                framework,
                entityClass,
                assessor.assess(dossier, asOf),
                Clarifications.of(assessor, dossier, asOf),
                new Prioritiser(assessor).rank(dossier, asOf, measures, done));
    }
}
