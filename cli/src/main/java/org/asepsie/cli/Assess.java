package org.asepsie.cli;

import java.time.Clock;
import org.asepsie.knowledge.diagnosis.DiagnosisDocument;
import org.asepsie.knowledge.diagnosis.PlanDocument;
import picocli.CommandLine.Command;

@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {
            "Évalue des réponses : niveaux, intervalles, thèmes, plan.",
            "Assesses answers: levels, intervals, themes, plan."
        })
final class Assess extends OnAnswers {
    Assess(Clock clock) {
        super(clock);
    }

    @Override
    Record document(Input.Case found, PlanDocument plan) {
        return DiagnosisDocument.of(found.diagnosis(), plan);
    }

    @Override
    String text(Report report, Input.Case found, PlanDocument plan) {
        return report.assessment(found.answers(), found.diagnosis(), plan);
    }
}
