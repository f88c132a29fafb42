package org.asepsie.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.asepsie.knowledge.diagnosis.PlanDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Propose un plan d’action, le plus utile d’abord.",
            "Proposes an action plan, the most useful first."
        })
final class Plan extends OnAnswers {
    @Option(
            names = "--means",
            paramLabel = "FICHIER",
            description = {
                "Jours, argent et décisions (docs/examples/means-nursing-home.yaml) : plan par trimestre.",
                "Days, money and decisions: a plan by quarter."
            })
    private @Nullable Path means;

    Plan(Clock clock) {
        super(clock);
    }

    @Override
    int print(Input input, Input.Case found, PrintWriter out) {
        return means == null ? super.print(input, found, out) : new Schedule(input, found).print(means, out);
    }

    @Override
    Record document(Input.Case found, PlanDocument plan) {
        return plan;
    }

    @Override
    String text(Report report, Input.Case found, PlanDocument plan) {
        return report.plan(plan, Integer.MAX_VALUE);
    }
}
