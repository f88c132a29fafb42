package org.asepsie.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.asepsie.knowledge.diagnosis.PlanDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Propose un plan d'action, le plus utile d'abord.",
            "Proposes an action plan, the most useful first."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class Plan implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private Input input;

    @Spec
    private CommandSpec spec;

    Plan(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var found = input.diagnose(clock);
        var plan = PlanDocument.of(found.diagnosis(), found.catalogue());
        var out = spec.commandLine().getOut();
        if (input.json()) {
            out.println(Json.of(plan));
        } else {
            out.print(new Report(found.catalogue(), input.language()).plan(plan, Integer.MAX_VALUE));
        }
        out.flush();
        return 0;
    }
}
