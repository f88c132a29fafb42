package org.asepsie.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.asepsie.knowledge.diagnosis.PlanDocument;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that reads answers and prints what follows from them, as text or as JSON.
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
abstract sealed class OnAnswers implements Callable<Integer> permits Assess, Plan {
    private final Clock clock;

    @Mixin
    private Input input;

    @Spec
    private CommandSpec spec;

    OnAnswers(Clock clock) {
        this.clock = clock;
    }

    abstract Record document(Input.Case found, PlanDocument plan);

    abstract String text(Report report, Input.Case found, PlanDocument plan);

    @Override
    public Integer call() {
        var found = input.diagnose(clock);
        var plan = PlanDocument.of(found.diagnosis(), found.catalogue());
        var out = spec.commandLine().getOut();
        if (input.json()) {
            out.println(Json.of(document(found, plan)));
        } else {
            out.print(text(new Report(found.catalogue(), input.language()), found, plan));
        }
        out.flush();
        return 0;
    }
}
