package org.asepsie.cli;

import java.io.PrintWriter;
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
        var out = spec.commandLine().getOut();
        var status = print(input, input.diagnose(clock), out);
        out.flush();
        return status;
    }

    /// @return the exit status
    int print(Input asked, Input.Case found, PrintWriter out) {
        var plan = PlanDocument.of(found.diagnosis(), found.catalogue());
        if (asked.json()) {
            out.println(Json.of(document(found, plan)));
        } else {
            out.print(text(new Report(found.catalogue(), asked.language()), found, plan));
        }
        return 0;
    }
}
