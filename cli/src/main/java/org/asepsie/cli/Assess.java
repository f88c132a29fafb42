package org.asepsie.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.asepsie.knowledge.diagnosis.DiagnosisDocument;
import org.asepsie.knowledge.diagnosis.PlanDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {
            "Évalue des réponses : niveaux, intervalles, thèmes, plan.",
            "Assesses answers: levels, intervals, themes, plan."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class Assess implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private Input input;

    @Spec
    private CommandSpec spec;

    Assess(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var found = input.diagnose(clock);
        var plan = PlanDocument.of(found.diagnosis(), found.catalogue());
        var out = spec.commandLine().getOut();
        if (input.json()) {
            out.println(Json.of(DiagnosisDocument.of(found.diagnosis(), plan)));
        } else {
            out.print(new Report(found.catalogue(), input.language())
                    .assessment(found.answers(), found.diagnosis(), plan));
        }
        out.flush();
        return 0;
    }
}
